import { scale } from './arithmetic.js';
import { tapeOf } from './operands.js';
import type { Backward } from './recording.js';
import { collect } from './spread.js';
import type { Shape, Value } from './value.js';

const SCALAR: Shape = { rows: 1, columns: 1 };

/** The sum of all elements, 1 × 1: of every row, then of these sums, each by `row_sum`. */
export function sum(a: Value): Value {
  tapeOf('sum', a);
  return collect('sum', a, SCALAR);
}

/** The mean of all elements, 1 × 1: `sum`, then divided by their number. */
export function mean(a: Value): Value {
  tapeOf('mean', a);
  return scale(sum(a), 1 / (a.rows * a.columns));
}

/** The sum of every row, m × 1: over the samples. `row_sum`. */
export function rowSum(a: Value): Value {
  tapeOf('rowSum', a);
  return collect('rowSum', a, { rows: a.rows, columns: 1 });
}

/** The sum of every column, 1 × n: over the neurons. `gemm_nn` with a row of ones. */
export function columnSum(a: Value): Value {
  tapeOf('columnSum', a);
  return collect('columnSum', a, { rows: 1, columns: a.columns });
}

/** Σ |a|, 1 × 1: the L1 penalty of weights. Its slope at 0 is 0. `abs_sum` of every row, in float64. */
export function absSum(a: Value): Value {
  const tape = tapeOf('absSum', a);
  const backward: Backward = (gradient) => {
    const forward = (d: Value) => {
      d.data.fill(0);
      tape.kernels.add_sign(d.at, a.at, d.data.length, gradient.item());
    };
    return tape.compute({ name: 'absSum', inputs: [gradient, a], shape: a, forward, backward: [] });
  };
  return rowByRow('absSum', a, tape.kernels.abs_sum, backward);
}

/** Σ a², 1 × 1: the L2 penalty of weights. `square_sum` of every row, in float64. */
export function squareSum(a: Value): Value {
  const { kernels } = tapeOf('squareSum', a);
  const backward: Backward = (gradient) => scale(a, 2 * gradient.item());
  return rowByRow('squareSum', a, kernels.square_sum, backward);
}

/** A sum over the real columns of every row, the rows in order, rounded to float32 at the end. */
function rowByRow(
  name: string,
  a: Value,
  sumOf: (at: number, count: number) => number,
  backward: Backward,
): Value {
  const forward = (result: Value) => {
    let total = 0;
    for (let i = 0; i < a.rows; i++) total += sumOf(a.at + 4 * i * a.ld, a.columns);
    result.data[0] = total;
  };
  return a.tape.compute({ name, inputs: [a], shape: SCALAR, forward, backward: [backward] });
}
