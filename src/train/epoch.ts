import type { Kernels } from '../kernels/contract.js';
import type { RowsAt } from '../memory/layout.js';
import type { SlabLayout } from '../memory/slab.js';
import { updateFlops } from '../plan/flops.js';
import type { Variant } from '../plan/trial.js';
import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import { type Bound, bind } from './bind.js';
import { compileStep } from './compile.js';
import type { StepState } from './operation.js';
import { createSchedule } from './optimizer.js';

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
  memory: WebAssembly.Memory,
  kernels: Kernels,
  variant: Variant,
  slab: SlabLayout,
  train: RowsAt,
  seed: number,
  identity: number,
): TrainEpoch {
  const { batchSize, shuffle, optimizer } = variant.training;
  const state: StepState = { rows: 0, learningRate: 0, stepSize: 0, rootScale: 0 };
  const advance = createSchedule(optimizer, state);
  const compile = (n: number): Bound[] =>
    n > 0 ? bind(kernels, compileStep(variant, slab, train, n), state) : [];
  const whole = Math.floor(train.rows / batchSize);
  const step = compile(whole > 0 ? batchSize : 0);
  const shortStep = compile(train.rows % batchSize);
  const steps = whole + (shortStep.length > 0 ? 1 : 0);
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
      const list = index < whole ? step : shortStep;
      for (let i = 0; i < list.length; i++) list[i]();
    }
    return true;
  };
}

/** The order of an epoch is a pure function of seed and epoch. */
function shuffleRows(order: Uint32Array, seed: number, epoch: number): void {
  for (let row = 0; row < order.length; row++) order[row] = row;
  permute(order, new Stream({ seed, purpose: PURPOSE.shuffle, step: epoch }));
}
