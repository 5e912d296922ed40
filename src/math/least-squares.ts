import { type Columns, type Triangular, triangularise } from './householder.js';

/**
 * Solves min ‖A·β − y‖₂ for every y in float64 by Householder QR, from + − × ÷ √ in one fixed
 * order. Takes about 2·rows·columns² operations.
 *
 * @param a columns of A, at least one row; overwritten.
 * @param ys right-hand sides; overwritten.
 * @returns one β per right-hand side. A column that depends on the earlier ones (its remainder
 *   below 1e-12 of the largest column) gets β = 0, so that constant or repeated features do no
 *   harm.
 */
export function leastSquares(a: Columns, ys: Columns): Float64Array[] {
  const r = triangularise(a, ys);
  return ys.map((y) => backSubstitute(a, r, y));
}

/** R·β = y over the pivots, 0 elsewhere. */
export function backSubstitute(
  a: Columns,
  { pivots, diagonal }: Triangular,
  y: Float64Array,
): Float64Array {
  const solution = new Float64Array(a.length);
  for (let row = pivots.length - 1; row >= 0; row--) {
    let rest = y[row];
    for (let j = row + 1; j < pivots.length; j++) rest -= a[pivots[j]][row] * solution[pivots[j]];
    solution[pivots[row]] = rest / diagonal[row];
  }
  return solution;
}
