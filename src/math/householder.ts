/** A matrix of float64 columns, all equally long. */
export type Columns = readonly Float64Array[];

/**
 * Q·R of a matrix, in place of it as in LAPACK: of pivot column p, the one of row r of R, the entries
 * above r are R's, the entry of R in row r is `diagonal[r]`, and those from r on are the vector v of
 * the reflection x ↦ x − scale · v · (vᵀ · x[r …]).
 */
export interface Triangular {
  /** The columns that were not passed over, one for every row of R from the first. */
  pivots: readonly number[];
  diagonal: readonly number[];
  scales: readonly number[];
}

/**
 * A = Q·R by Householder reflections, from + − × ÷ √ in one fixed order. A column that depends on the
 * earlier ones (its remainder below 1e-12 of the largest column) is passed over.
 *
 * @param a columns, at least one row; overwritten as `Triangular` says.
 * @param ys become Qᵀ·y.
 */
export function triangularise(a: Columns, ys: Columns): Triangular {
  const rows = a[0].length;
  const threshold = 1e-12 * a.reduce((most, column) => Math.max(most, norm(column, 0)), 0);
  const pivots: number[] = [];
  const diagonal: number[] = [];
  const scales: number[] = [];
  for (let p = 0; p < a.length && pivots.length < rows; p++) {
    const v = a[p];
    const row = pivots.length;
    const length = norm(v, row);
    if (!(length > threshold)) continue;
    const first = v[row];
    const alpha = first > 0 ? -length : length;
    const scale = 1 / (length * length - first * alpha);
    // The column itself is reflected as the others are, so that all entries of R are rounded alike.
    v[row] = first - alpha;
    const own = scale * (v[row] * first + squares(v, row + 1));
    pivots.push(p);
    diagonal.push(first - own * v[row]);
    scales.push(scale);
    for (let j = p + 1; j < a.length; j++) reflect(v, row, scale, a[j]);
    for (const y of ys) reflect(v, row, scale, y);
  }
  return { pivots, diagonal, scales };
}

/** Applies the reflection whose vector is v[from …]. */
export function reflect(v: Float64Array, from: number, scale: number, x: Float64Array): void {
  let dot = 0;
  for (let i = from; i < x.length; i++) dot += v[i] * x[i];
  const step = scale * dot;
  for (let i = from; i < x.length; i++) x[i] -= step * v[i];
}

function norm(column: Float64Array, from: number): number {
  return Math.sqrt(squares(column, from));
}

function squares(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i] * column[i];
  return sum;
}
