import type { Kernels } from '../kernels/contract.js';
import type { DatasetAt } from '../memory/layout.js';
import type { SlabLayout } from '../memory/slab.js';
import type { Trial, Variant } from '../plan/trial.js';
import { createEpoch } from './epoch.js';
import { createEvaluator } from './evaluate.js';
import { initialise } from './initialise.js';

/** One trial and where it finds its data and its room. */
export interface TrainingJob {
  memory: WebAssembly.Memory;
  kernels: Kernels;
  variant: Variant;
  trial: Trial;
  slab: SlabLayout;
  data: DatasetAt;
  /** Byte offset of the uint32 row numbers 0, 1, 2, … of the largest set. */
  identity: number;
}

export interface TrainingHooks {
  /** The losses over the whole training and test set after `epoch`; `point` counts from 0. */
  record(point: number, epoch: number, train: number, test: number): void;
  /** Asked every fraction of a millisecond; false interrupts the training. */
  poll(): boolean;
}

export type TrainingEnd = 'done' | 'diverged' | 'interrupted';

/** Draws the initial parameters from the seed and trains. */
export function trainTrial(job: TrainingJob, hooks: TrainingHooks): TrainingEnd {
  initialise(job.memory, job.variant.network, job.slab, job.trial.seed);
  return trainFrom(job, hooks);
}

/**
 * Trains from the parameters that lie in the slab. A loss that is not finite ends the training:
 * the point is recorded, nothing after it.
 */
export function trainFrom(job: TrainingJob, hooks: TrainingHooks): TrainingEnd {
  const { memory, kernels, variant, trial, slab, data, identity } = job;
  const trainEpoch = createEpoch(memory, kernels, variant, slab, data.train, trial.seed, identity);
  const trainLoss = createEvaluator(kernels, variant, slab, data.train, identity);
  const testLoss = createEvaluator(kernels, variant, slab, data.test, identity);
  let epoch = 0;
  for (let point = 0; point < trial.evaluate.length; point++) {
    for (; epoch < trial.evaluate[point]; epoch++) {
      if (!trainEpoch(epoch, hooks.poll)) return 'interrupted';
    }
    const train = trainLoss();
    const test = testLoss();
    hooks.record(point, epoch, train, test);
    const finite = Number.isFinite(train) && (Number.isFinite(test) || data.test.rows === 0);
    if (!finite) return 'diverged';
  }
  return 'done';
}
