import type { Kernels } from '../kernels/contract.js';
import type { RowsAt } from '../memory/layout.js';
import { EVALUATION_BLOCK, type SlabLayout } from '../memory/slab.js';
import type { Variant } from '../plan/trial.js';
import { type Bound, bind } from './bind.js';
import { compileEvaluation } from './compile.js';
import { LOSSES } from './loss.js';
import type { StepState } from './operation.js';

/**
 * The mean loss over all rows of a set at the present parameters: float64 sums of blocks of 256
 * rows, added in order. NaN for a set without rows.
 *
 * @param identity byte offset of the row numbers 0, 1, 2, …
 */
export function createEvaluator(
  kernels: Kernels,
  { network, training }: Variant,
  slab: SlabLayout,
  rows: RowsAt,
  identity: number,
): () => number {
  const state: StepState = { rows: identity, learningRate: 0, stepSize: 0, rootScale: 0 };
  const loss = LOSSES[training.loss];
  const last = network.layers.length - 1;
  const outputs = network.layers[last].units;
  const o = { at: slab.layers[last].output, ld: slab.evaluationLd };
  const y = { at: slab.y, ld: slab.evaluationLd };
  const compile = (n: number) => ({
    n,
    list: n > 0 ? bind(kernels, compileEvaluation(network, slab, rows, n), state) : [],
  });
  const whole = Math.floor(rows.rows / EVALUATION_BLOCK);
  const block = compile(whole > 0 ? EVALUATION_BLOCK : 0);
  const rest = compile(rows.rows % EVALUATION_BLOCK);
  const divisor = loss.divisor(outputs, rows.rows);
  const sumOf = (index: number, { list, n }: { list: Bound[]; n: number }): number => {
    state.rows = identity + 4 * EVALUATION_BLOCK * index;
    for (let i = 0; i < list.length; i++) list[i]();
    return loss.sum(kernels, o, y, outputs, n);
  };
  return () => {
    let sum = 0;
    for (let index = 0; index < whole; index++) sum += sumOf(index, block);
    if (rest.n > 0) sum += sumOf(whole, rest);
    return sum / divisor;
  };
}
