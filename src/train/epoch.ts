import { updateFlops } from '../plan/flops.js';
import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import type { TrainingJob } from './job.js';
import type { StepState } from './operation.js';
import { createSchedule } from './optimizer.js';
import type { Seat } from './partition.js';
import { createStep, type Step } from './step.js';

/** Work between two looks at the cancel word: about 0.2 ms. */
const FLOP_PER_POLL = 4e6;
const FLOP_PER_STEP = 20e3;

/**
 * Trains one epoch: minibatches in order (or in the order of the seed's shuffle), the last may be
 * short.
 *
 * @param poll asked every fraction of a millisecond; false stops before the next minibatch.
 * @returns whether the epoch was completed.
 */
export type TrainEpoch = (epoch: number, poll: () => boolean) => boolean;

export function createEpoch(
  { memory, kernels, variant, slab, data: { train }, trial: { seed }, identity }: TrainingJob,
  seat?: Seat,
): TrainEpoch {
  const { batchSize, shuffle, optimizer } = variant.training;
  const state: StepState = { rows: 0, learningRate: 0, stepSize: 0, rootScale: 0 };
  const advance = createSchedule(optimizer, state);
  const whole = Math.floor(train.rows / batchSize);
  const short = train.rows % batchSize;
  const prepare = (n: number): Step => createStep(kernels, variant, slab, train, n, state, seat);
  const step = whole > 0 ? prepare(batchSize) : () => true;
  const shortStep = short > 0 ? prepare(short) : () => true;
  const steps = whole + (short > 0 ? 1 : 0);
  const order = new Uint32Array(memory.buffer, slab.order, train.rows);
  const work = updateFlops(variant.network, batchSize) + FLOP_PER_STEP;
  const stepsPerPoll = Math.max(1, Math.floor(FLOP_PER_POLL / work));
  let untilPoll = 0;
  return (epoch, poll) => {
    const rows = shuffle ? slab.order : identity;
    if (shuffle) shuffleRows(order, seed, epoch);
    for (let index = 0; index < steps; index++) {
      if (untilPoll === 0) {
        if (!poll()) return false;
        untilPoll = stepsPerPoll;
      }
      untilPoll--;
      state.rows = rows + 4 * batchSize * index;
      advance();
      if (!(index < whole ? step() : shortStep())) return false;
    }
    return true;
  };
}

/** The order of an epoch is a pure function of seed and epoch. */
function shuffleRows(order: Uint32Array, seed: number, epoch: number): void {
  for (let row = 0; row < order.length; row++) order[row] = row;
  permute(order, new Stream({ seed, purpose: PURPOSE.shuffle, step: epoch }));
}
