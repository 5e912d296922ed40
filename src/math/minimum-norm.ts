import { type Columns, reflect, type Triangular, triangularise } from './householder.js';
import { backSubstitute } from './least-squares.js';

/**
 * Of all β that minimise ‖A·β − y‖₂ the shortest, for every y: the ridgeless solution, the limit of
 * ridge regression as the penalty goes to 0. A complete orthogonal decomposition in float64: Q·R of
 * A, then of Rᵀ where A has not full column rank; from + − × ÷ √ in one fixed order. Takes about
 * 2·rows·columns·min(rows, columns) operations, and as many again.
 *
 * Golub & Van Loan, Matrix Computations, 4th ed., 5.5.
 *
 * @param a columns of A, at least one row; overwritten.
 * @param ys right-hand sides; overwritten.
 * @param room of as many numbers as A has; overwritten.
 * @returns one β per right-hand side. A column whose remainder is below 1e-12 of the largest counts
 *   as dependent on the earlier ones.
 */
export function minimumNorm(
  a: Columns,
  ys: Columns,
  room: Float64Array = new Float64Array(a.length * a[0].length),
): Float64Array[] {
  const n = a.length;
  const r = triangularise(a, ys);
  if (r.pivots.length === n) return ys.map((y) => backSubstitute(a, r, y));
  if (r.pivots.length === 0) return ys.map(() => new Float64Array(n));
  const transposed = r.pivots.map((pivot, row) => {
    const column = room.subarray(n * row, n * (row + 1)).fill(0, 0, pivot);
    for (let j = pivot + 1; j < n; j++) column[j] = a[j][row];
    column[pivot] = r.diagonal[row];
    return column;
  });
  const u = triangularise(transposed, []);
  return ys.map((y) => shortest(transposed, u, y, n));
}

/** Uᵀ·z = y by forward substitution, then Q·z. */
function shortest(
  a: Columns,
  { pivots, diagonal, scales }: Triangular,
  y: Float64Array,
  length: number,
): Float64Array {
  const z = new Float64Array(length);
  pivots.forEach((pivot, row) => {
    let rest = y[pivot];
    for (let i = 0; i < row; i++) rest -= a[pivot][i] * z[i];
    z[row] = rest / diagonal[row];
  });
  for (let row = pivots.length - 1; row >= 0; row--) reflect(a[pivots[row]], row, scales[row], z);
  return z;
}
