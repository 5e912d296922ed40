/** A matrix of float64 columns, all equally long. */
export type Columns = readonly Float64Array[];

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
  const rows = a[0].length;
  const pivotOf = new Int32Array(a.length).fill(-1);
  const threshold = 1e-12 * Math.max(...a.map((column) => norm(column, 0)));
  let row = 0;
  for (let column = 0; column < a.length && row < rows; column++) {
    const rest = [...a.slice(column), ...ys];
    if (reflect(a[column], rest, row, threshold)) pivotOf[column] = row++;
  }
  return ys.map((y) => backSubstitute(a, y, pivotOf));
}

function norm(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i] * column[i];
  return Math.sqrt(sum);
}

/** The reflection that clears `pivot` below `row`, applied to all columns; false where nothing is
 * left of it. */
function reflect(pivot: Float64Array, columns: Columns, row: number, threshold: number): boolean {
  const length = norm(pivot, row);
  if (!(length > threshold)) return false;
  const alpha = pivot[row] > 0 ? -length : length;
  const v = pivot.slice(row);
  v[0] -= alpha;
  const beta = 1 / (length * length - pivot[row] * alpha);
  for (const column of columns) {
    let dot = 0;
    for (let i = 0; i < v.length; i++) dot += v[i] * column[row + i];
    const scale = beta * dot;
    for (let i = 0; i < v.length; i++) column[row + i] -= scale * v[i];
  }
  return true;
}

function backSubstitute(a: Columns, y: Float64Array, pivotOf: Int32Array): Float64Array {
  const solution = new Float64Array(a.length);
  for (let column = a.length - 1; column >= 0; column--) {
    const row = pivotOf[column];
    if (row < 0) continue;
    let rest = y[row];
    for (let j = column + 1; j < a.length; j++) rest -= a[j][row] * solution[j];
    solution[column] = rest / a[column][row];
  }
  return solution;
}
