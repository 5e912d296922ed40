/**
 * Solves min ‖A·β − y‖₂ in float64 by Householder QR, from + − × ÷ √ in one fixed order.
 *
 * @param a rows × columns, row-major; overwritten. rows ≥ 1.
 * @param y rows; overwritten.
 * @returns β of `columns` entries. A column that depends on the earlier ones (its remainder below
 *   1e-12 of the largest column) gets β = 0, so that constant or repeated features do no harm.
 */
export function leastSquares(a: Float64Array, y: Float64Array, columns: number): Float64Array {
  const rows = y.length;
  const pivotOf = new Int32Array(columns).fill(-1);
  const threshold = 1e-12 * largestNorm(a, rows, columns);
  let row = 0;
  for (let column = 0; column < columns && row < rows; column++) {
    if (reflect(a, y, rows, columns, row, column, threshold)) pivotOf[column] = row++;
  }
  return backSubstitute(a, y, columns, pivotOf);
}

function largestNorm(a: Float64Array, rows: number, columns: number): number {
  let largest = 0;
  for (let column = 0; column < columns; column++) {
    largest = Math.max(largest, Math.sqrt(squares(a, rows, columns, 0, column)));
  }
  return largest;
}

function squares(
  a: Float64Array,
  rows: number,
  columns: number,
  from: number,
  column: number,
): number {
  let sum = 0;
  for (let i = from; i < rows; i++) sum += a[i * columns + column] * a[i * columns + column];
  return sum;
}

/** One Householder reflection that clears `column` below `row`; false where nothing is left. */
function reflect(
  a: Float64Array,
  y: Float64Array,
  rows: number,
  columns: number,
  row: number,
  column: number,
  threshold: number,
): boolean {
  const norm = Math.sqrt(squares(a, rows, columns, row, column));
  if (!(norm > threshold)) return false;
  const head = a[row * columns + column];
  const alpha = head > 0 ? -norm : norm;
  const v = new Float64Array(rows - row);
  for (let i = row; i < rows; i++) v[i - row] = a[i * columns + column];
  v[0] = head - alpha;
  const beta = 1 / (norm * norm - head * alpha);
  for (let j = column; j < columns; j++) {
    let dot = 0;
    for (let i = row; i < rows; i++) dot += v[i - row] * a[i * columns + j];
    for (let i = row; i < rows; i++) a[i * columns + j] -= beta * dot * v[i - row];
  }
  let dot = 0;
  for (let i = row; i < rows; i++) dot += v[i - row] * y[i];
  for (let i = row; i < rows; i++) y[i] -= beta * dot * v[i - row];
  return true;
}

function backSubstitute(
  a: Float64Array,
  y: Float64Array,
  columns: number,
  pivotOf: Int32Array,
): Float64Array {
  const solution = new Float64Array(columns);
  for (let column = columns - 1; column >= 0; column--) {
    const row = pivotOf[column];
    if (row < 0) continue;
    let rest = y[row];
    for (let j = column + 1; j < columns; j++) rest -= a[row * columns + j] * solution[j];
    solution[column] = rest / a[row * columns + column];
  }
  return solution;
}
