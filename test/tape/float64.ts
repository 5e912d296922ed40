/**
 * Reverse-mode differentiation in float64, one number at a time: the oracle of the tape. It knows
 * no matrix calculus, only sums, products and slopes, and is itself held against finite differences.
 */
export class Scalar {
  readonly value: number;
  /** What it was computed from, with ∂this/∂parent. */
  readonly parents: readonly (readonly [Scalar, number])[];
  gradient = 0;

  constructor(value: number, parents: Scalar['parents'] = []) {
    this.value = value;
    this.parents = parents;
  }
}

/** Rows of numbers. */
export type Matrix = Scalar[][];

/** Adds to `gradient` of all that the loss was computed from. */
export function backward(loss: Scalar): void {
  const order: Scalar[] = [];
  const seen = new Set<Scalar>();
  const visit = (scalar: Scalar) => {
    if (seen.has(scalar)) return;
    seen.add(scalar);
    for (const [parent] of scalar.parents) visit(parent);
    order.push(scalar);
  };
  visit(loss);
  loss.gradient = 1;
  for (const scalar of order.reverse()) {
    for (const [parent, slope] of scalar.parents) parent.gradient += slope * scalar.gradient;
  }
}

const scalarOf = (value: number): Scalar => new Scalar(value);
export const plus = (a: Scalar, b: Scalar): Scalar =>
  new Scalar(a.value + b.value, [
    [a, 1],
    [b, 1],
  ]);
export const times = (a: Scalar, b: Scalar): Scalar =>
  new Scalar(a.value * b.value, [
    [a, b.value],
    [b, a.value],
  ]);
export const over = (a: Scalar, b: Scalar): Scalar =>
  new Scalar(a.value / b.value, [
    [a, 1 / b.value],
    [b, -a.value / (b.value * b.value)],
  ]);
export const mapped = (a: Scalar, value: number, slope: number): Scalar =>
  new Scalar(value, [[a, slope]]);
export const minus = (a: Scalar, b: Scalar): Scalar => plus(a, mapped(b, -b.value, -1));
export const total = (scalars: readonly Scalar[]): Scalar => scalars.reduce(plus, scalarOf(0));

export const matrixOf = (rows: readonly (readonly number[])[]): Matrix =>
  rows.map((row) => row.map(scalarOf));
export const gradientsOf = (matrix: Matrix): number[][] =>
  matrix.map((row) => row.map(({ gradient }) => gradient));
export const valuesOf = (matrix: Matrix): number[][] =>
  matrix.map((row) => row.map(({ value }) => value));
export const turned = (matrix: Matrix): Matrix =>
  matrix[0].map((_, j) => matrix.map((row) => row[j]));

export function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => turned(b).map((column) => total(row.map((x, k) => times(x, column[k])))));
}

/** Element by element; a side of length 1 is repeated. */
export function pairwise(a: Matrix, b: Matrix, of: (x: Scalar, y: Scalar) => Scalar): Matrix {
  const rows = Math.max(a.length, b.length);
  const columns = Math.max(a[0].length, b[0].length);
  const at = (m: Matrix, i: number, j: number) => m[m.length > 1 ? i : 0][m[0].length > 1 ? j : 0];
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => of(at(a, i, j), at(b, i, j))),
  );
}
