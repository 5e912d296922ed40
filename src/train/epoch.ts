import { updateFlops } from '../plan/flops.js';
import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import { createMover } from './augment.js';
import type { TrainingJob } from './job.js';
import { createAdvance } from './optimizer.js';
import { paced } from './pace.js';
import type { Seat } from './partition.js';
import { createStep, type Step } from './step.js';
import { createStepState } from './step-state.js';

/**
 * Trains one epoch: minibatches in order (or in the order of the seed's shuffle), the last may be
 * short.
 *
 * @param poll asked every fraction of a millisecond; false stops before the next minibatch.
 * @returns whether the epoch was completed.
 */
export type TrainEpoch = (epoch: number, learningRate: number, poll: () => boolean) => boolean;

export function createEpoch(job: TrainingJob, seat?: Seat): TrainEpoch {
  const { memory, variant, slab, trial, data } = job;
  const { train } = data;
  const { batchSize, shuffle, optimizer } = variant.training;
  const state = createStepState();
  const advance = createAdvance(optimizer, state);
  const move = createMover(job);
  const whole = Math.floor(train.rows / batchSize);
  const short = train.rows % batchSize;
  const prepare = (n: number): Step => createStep(job, n, state, seat);
  const step = whole > 0 ? prepare(batchSize) : () => true;
  const shortStep = short > 0 ? prepare(short) : () => true;
  const steps = whole + (short > 0 ? 1 : 0);
  const inOrder = new Uint32Array(memory.buffer, train.order, train.rows);
  const order = new Uint32Array(memory.buffer, slab.order, train.rows);
  const rows = shuffle ? slab.order : train.order;
  const goesOn = paced(updateFlops(variant.network, batchSize));
  return (epoch, learningRate, poll) => {
    if (shuffle) shuffleRows(order, inOrder, trial.seed, epoch);
    for (let index = 0; index < steps; index++) {
      if (!goesOn(poll)) return false;
      state.rows = rows + 4 * batchSize * index;
      advance(learningRate);
      move?.(state.update, index < whole ? batchSize : short);
      if (!(index < whole ? step() : shortStep())) return false;
    }
    return true;
  };
}

/** The order of an epoch is a pure function of seed and epoch. */
function shuffleRows(order: Uint32Array, from: Uint32Array, seed: number, epoch: number): void {
  order.set(from);
  permute(order, new Stream({ seed, purpose: PURPOSE.shuffle, step: epoch }));
}
