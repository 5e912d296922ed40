import { threadId, workerData } from 'node:worker_threads';
import type { Kernels } from '../kernels/contract.js';
import { createReferenceKernels } from '../kernels/reference/index.js';
import { createWasmKernels } from '../kernels/wasm.js';
import { Control, TRIAL } from '../memory/control.js';
import { slabOf } from '../memory/layout.js';
import { trainTrial } from '../train/train.js';
import type { Task, TaskResult, WorkerSetup } from './messages.js';

const setup = workerData as WorkerSetup;
const { memory, plan, layout } = setup;
const control = new Control(memory, layout.control, plan.trials.length, layout.slabs.length);
let kernels = createKernels();

function createKernels(): Kernels {
  return setup.module ? createWasmKernels(setup.module, memory) : createReferenceKernels(memory);
}

/** Trains the trials of one task, one after another. A trial that throws or traps is reported and
 * leaves the others alone; its instance of the kernels is not used again. */
export default function runTask({ trials, slab }: Task): TaskResult {
  const failures: { trial: number; message: string }[] = [];
  for (const trial of trials) {
    if (control.cancelled) break;
    try {
      runTrial(trial, slab);
    } catch (error) {
      control.end(trial, TRIAL.failed);
      failures.push({ trial, message: error instanceof Error ? error.message : String(error) });
      kernels = createKernels();
    }
  }
  return { failures };
}

function runTrial(index: number, slab: number): void {
  control.start(index, threadId);
  const trial = plan.trials[index];
  const curve = new Float64Array(memory.buffer, layout.curves[index], 2 * trial.evaluate.length);
  const end = trainTrial(
    {
      memory,
      kernels,
      variant: plan.variants[trial.variant],
      trial,
      slab: slabOf(plan, index, layout.slabs[slab]),
      data: layout.datasets[trial.dataset],
      identity: layout.identity,
    },
    {
      record(point, epoch, train, test) {
        curve[2 * point] = train;
        curve[2 * point + 1] = test;
        control.announce(index, epoch, point + 1);
      },
      poll() {
        control.beat(slab);
        return !control.cancelled;
      },
    },
  );
  control.end(index, TRIAL[end]);
}
