import { threadId, workerData } from 'node:worker_threads';
import type { Kernels } from '../kernels/contract.js';
import { createReferenceKernels } from '../kernels/reference/index.js';
import { createWasmKernels } from '../kernels/wasm.js';
import { Control, TRIAL, type TrialState } from '../memory/control.js';
import { slabOf } from '../memory/layout.js';
import type { TrainingJob } from '../train/job.js';
import { type TrainingEnd, type TrainingHooks, trainAsMember, trainTrial } from '../train/train.js';
import type { Task, TaskResult, WorkerSetup } from './messages.js';

/** A member whose peer has not come for so long gives up. */
const TEAM_DEADLINE_MS = 60_000;

const setup = workerData as WorkerSetup;
const { memory, plan, layout } = setup;
const control = new Control(memory, layout.control, plan.trials.length, layout.slabs.length);
let kernels = createKernels();

function createKernels(): Kernels {
  return setup.module ? createWasmKernels(setup.module, memory) : createReferenceKernels(memory);
}

/** Trains the trials of one task, one after another. A trial that throws or traps is reported and
 * leaves the others alone; its instance of the kernels is not used again. */
export default function runTask({ trials, slab, team }: Task): TaskResult {
  const failures: { trial: number; message: string }[] = [];
  for (const trial of trials) {
    if (control.cancelled) break;
    try {
      if (team === undefined) runTrial(trial, slab);
      else runAsMember(trial, slab, team);
    } catch (error) {
      if (team !== undefined) control.barrier.poison();
      control.end(trial, TRIAL.failed);
      failures.push({ trial, message: error instanceof Error ? error.message : String(error) });
      kernels = createKernels();
    }
  }
  return { thread: threadId, failures };
}

function runTrial(trial: number, slab: number): void {
  control.start(trial, threadId);
  control.end(trial, stateOf(trainTrial(jobOf(trial, slab), hooksOf(trial, slab, true))));
}

/** One member of the team of a trial. The leader, member 0, keeps the trial's records. */
function runAsMember(trial: number, member: number, size: number): void {
  const { barrier } = control;
  if (barrier.poisoned) return;
  const leads = member === 0;
  if (leads) control.start(trial, threadId);
  const seat = { member, size, barrier: () => barrier.wait(size, TEAM_DEADLINE_MS) };
  const own = slabOf(plan, trial, layout.slabs[member]);
  const end = trainAsMember(jobOf(trial, 0), hooksOf(trial, member, leads), seat, own);
  if (end === 'interrupted') barrier.poison();
  if (!leads) return;
  if (end === 'lost' && !control.cancelled) throw new Error('a member of its team was lost');
  control.end(trial, stateOf(end));
}

function stateOf(end: TrainingEnd): TrialState {
  return end === 'lost' ? TRIAL.interrupted : TRIAL[end];
}

function jobOf(index: number, slab: number): TrainingJob {
  const trial = plan.trials[index];
  return {
    memory,
    kernels,
    variant: plan.variants[trial.variant],
    trial,
    slab: slabOf(plan, index, layout.slabs[slab]),
    data: layout.datasets[trial.dataset],
    identity: layout.identity,
  };
}

function hooksOf(trial: number, slab: number, records: boolean): TrainingHooks {
  const points = plan.trials[trial].evaluate.length;
  const curve = new Float64Array(memory.buffer, layout.curves[trial], 2 * points);
  return {
    record(point, epoch, train, test) {
      if (!records) return;
      curve[2 * point] = train;
      curve[2 * point + 1] = test;
      control.announce(trial, epoch, point + 1);
    },
    poll() {
      control.beat(slab);
      return !control.cancelled;
    },
  };
}
