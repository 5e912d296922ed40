import { threadId, workerData } from 'node:worker_threads';
import { recordAnswers } from '../diagnose/answers.js';
import { diagnose } from '../diagnose/diagnose.js';
import type { Kernels } from '../kernels/contract.js';
import { createReferenceKernels } from '../kernels/reference/index.js';
import { createWasmKernels } from '../kernels/wasm.js';
import { Control, TRIAL, type TrialState } from '../memory/control.js';
import { Diagnosis } from '../memory/diagnosis.js';
import { outcomeOf, slabOf } from '../memory/layout.js';
import { POINT_VALUES } from '../plan/metrics.js';
import type { TrainingJob } from '../train/job.js';
import { keepParameters } from '../train/parameters.js';
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

/** Trains what the queue holds, or one trial as a member of a team. A trial that throws or traps
 * ends the task; its instance of the kernels is not used again. */
export default function runTask(task: Task): TaskResult {
  let trial = -1;
  try {
    if ('team' in task) {
      trial = task.trial;
      runAsMember(trial, task.slab, task.team);
    } else {
      for (trial = nextTrial(); trial >= 0; trial = nextTrial()) runTrial(trial, task.slab);
    }
    return { thread: threadId };
  } catch (error) {
    if ('team' in task) control.barrier.poison();
    control.end(trial, TRIAL.failed);
    kernels = createKernels();
    const message = error instanceof Error ? error.message : String(error);
    return { thread: threadId, failure: { trial, message } };
  }
}

/** −1 when the queue is empty or the sweep is cancelled. */
function nextTrial(): number {
  return control.cancelled ? -1 : (setup.queue[control.claim()] ?? -1);
}

function runTrial(trial: number, slab: number): void {
  control.start(trial, threadId, slab);
  const job = jobOf(trial, slab);
  finish(job, slab, trainTrial(job, hooksOf(trial, slab, true)));
}

/** One member of the team of a trial. The leader, member 0, keeps the trial's records. */
function runAsMember(trial: number, member: number, size: number): void {
  const { barrier } = control;
  if (barrier.poisoned) return;
  const leads = member === 0;
  if (leads) control.start(trial, threadId, member);
  const seat = { member, size, barrier: () => barrier.wait(size, TEAM_DEADLINE_MS) };
  const own = slabOf(plan, trial, layout.slabs[member]);
  const job = jobOf(trial, 0);
  const end = trainAsMember(job, hooksOf(trial, member, leads), seat, own);
  if (end === 'interrupted') barrier.poison();
  if (!leads) return;
  if (end === 'lost' && !control.cancelled) throw new Error('a member of its team was lost');
  finish(job, member, end);
}

/** Whoever sees how the trial ended finds parameters and diagnosis in their place. A trial that was
 * trained and not yet measured when the sweep is cancelled is interrupted. */
function finish(job: TrainingJob, slab: number, end: TrainingEnd): void {
  const trial = job.trial.index;
  const isTrained = end === 'done' || end === 'diverged';
  const model = layout.models[trial];
  if (isTrained && model !== undefined) keepParameters(memory, job.slab, model);
  const isMeasured = !isTrained || measure(job, slab);
  control.end(trial, isMeasured ? stateOf(end) : TRIAL.interrupted);
}

/** False where the sweep is cancelled. */
function measure(job: TrainingJob, slab: number): boolean {
  const { index, dataset } = job.trial;
  const poll = () => goesOn(slab);
  const [at, points, answers] = [
    layout.diagnoses[index],
    layout.points[dataset],
    layout.answers[index],
  ];
  if (points !== undefined && answers !== undefined && !recordAnswers(job, points, answers, poll))
    return false;
  if (at === undefined || plan.diagnostics === undefined) return true;
  return diagnose(job, plan.diagnostics, new Diagnosis(memory, at), poll);
}

function goesOn(slab: number): boolean {
  control.beat(slab);
  return !control.cancelled;
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
    shape: plan.datasets[trial.dataset],
    ...(layout.initial !== undefined && { initial: layout.initial }),
  };
}

function hooksOf(trial: number, slab: number, records: boolean): TrainingHooks {
  const points = plan.trials[trial].evaluate.length;
  const curve = new Float64Array(memory.buffer, layout.curves[trial], POINT_VALUES * points);
  return {
    ...(records && { outcome: outcomeOf(memory, plan, layout, trial) }),
    record(point, epoch, values) {
      if (!records) return;
      curve.set(values, POINT_VALUES * point);
      control.announce(trial, epoch, point + 1);
    },
    poll: () => goesOn(slab),
  };
}
