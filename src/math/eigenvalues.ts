const EPSILON = 2.220446049250313e-16;
/** Steps that one eigenvalue may take; two or three are usual. */
const MOST_STEPS = 60;

/**
 * The eigenvalues of a real symmetric matrix, ascending, in float64: Householder reflections to a
 * tridiagonal matrix, then QL steps with implicit shifts; + − × ÷ √ in one fixed order. An eigenvalue
 * is off by a small multiple of ε times the largest magnitude. Takes about 4/3·n³ operations.
 *
 * Sources: G. H. Golub & C. F. Van Loan, *Matrix Computations* (4th ed.), 8.3; J. H. Wilkinson &
 * C. Reinsch, *Handbook for Automatic Computation* II, contributions 2 and 3.
 *
 * @param matrix n × n, row by row, of which the lower triangle is read; overwritten.
 * @param poll asked now and then, at least n times; false ends the work.
 * @returns undefined where it was ended; NaN throughout where the matrix holds what is not finite.
 */
export function symmetricEigenvalues(
  matrix: Float64Array,
  n: number,
  poll: () => boolean = () => true,
): Float64Array | undefined {
  const values = new Float64Array(n);
  const off = new Float64Array(n);
  if (!tridiagonalise(matrix, n, values, off, poll)) return undefined;
  if (![...values, ...off].every(Number.isFinite)) return values.fill(Number.NaN);
  for (let first = 0; first < n; first++) settle(values, off, first);
  return values.sort();
}

/** The diagonal, and in `off[i]` the entry that couples i and i + 1. From the last row up, so that
 * every reflection acts on the leading block alone. */
function tridiagonalise(
  a: Float64Array,
  n: number,
  diagonal: Float64Array,
  off: Float64Array,
  poll: () => boolean,
): boolean {
  const p = new Float64Array(n);
  for (let row = n - 1; row > 0; row--) {
    if (!poll()) return false;
    const at = row * n;
    off[row - 1] = reflectRow(a, at, row);
    diagonal[row] = a[at + row];
    if (row > 1) reflectBlock(a, n, row, p);
  }
  if (n > 0) diagonal[0] = a[0];
  return true;
}

/**
 * The reflection I − v·vᵀ that leaves of the `count` numbers at `at` only the last; v takes their place.
 *
 * @returns what is left; v is 0 where nothing is to be cleared.
 */
function reflectRow(a: Float64Array, at: number, count: number): number {
  const last = at + count - 1;
  let scale = 0;
  for (let k = at; k < last; k++) scale = Math.max(scale, Math.abs(a[k]));
  const pivot = a[last];
  if (!(scale > 0)) {
    for (let k = at; k <= last; k++) a[k] = 0;
    return scale === 0 ? pivot : scale;
  }
  scale = Math.max(scale, Math.abs(pivot));
  let sum = 0;
  for (let k = at; k <= last; k++) {
    a[k] /= scale;
    sum += a[k] * a[k];
  }
  const length = Math.sqrt(sum);
  const alpha = a[last] > 0 ? -length : length;
  const unit = Math.sqrt(sum - a[last] * alpha);
  a[last] -= alpha;
  for (let k = at; k <= last; k++) a[k] /= unit;
  return scale * alpha;
}

/** A ← (I − v·vᵀ)·A·(I − v·vᵀ) for the leading block of `count` rows, v in row `count`: with p = A·v and
 * w = p − ½(pᵀv)·v it is A − v·wᵀ − w·vᵀ. */
function reflectBlock(a: Float64Array, n: number, count: number, p: Float64Array): void {
  const v = a.subarray(count * n, count * n + count);
  p.fill(0, 0, count);
  for (let i = 0; i < count; i++) {
    const at = i * n;
    const vi = v[i];
    let sum = a[at + i] * vi;
    for (let j = 0; j < i; j++) {
      const entry = a[at + j];
      sum += entry * v[j];
      p[j] += entry * vi;
    }
    p[i] += sum;
  }
  let half = 0;
  for (let i = 0; i < count; i++) half += p[i] * v[i];
  half /= 2;
  for (let i = 0; i < count; i++) p[i] -= half * v[i];
  for (let i = 0; i < count; i++) {
    const at = i * n;
    const vi = v[i];
    const wi = p[i];
    for (let j = 0; j <= i; j++) a[at + j] -= vi * p[j] + wi * v[j];
  }
}

/** QL steps until the entry that couples `first` to the rest is nothing beside its neighbours. */
function settle(d: Float64Array, e: Float64Array, first: number): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    const last = endOfBlock(d, e, first);
    if (last === first) return;
    qlStep(d, e, first, last);
  }
}

/** The row before the next coupling that is negligible. */
function endOfBlock(d: Float64Array, e: Float64Array, first: number): number {
  let row = first;
  while (row < d.length - 1) {
    const around = Math.abs(d[row]) + Math.abs(d[row + 1]);
    if (Math.abs(e[row]) <= EPSILON * around) break;
    row++;
  }
  return row;
}

function qlStep(d: Float64Array, e: Float64Array, first: number, last: number): void {
  const start = (d[first + 1] - d[first]) / (2 * e[first]);
  const root = Math.sqrt(start * start + 1);
  const shift = e[first] / (start >= 0 ? start + root : start - root);
  let g = d[last] - d[first] + shift;
  let [s, c, p] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const r = length(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[last] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    const above = d[i + 1] - p;
    const t = (d[i] - above) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = above + p;
    g = c * t - b;
  }
  d[first] -= p;
  e[first] = g;
  e[last] = 0;
}

/** √(x² + y²) without overflow. */
function length(x: number, y: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  const [most, least] = a > b ? [a, b] : [b, a];
  if (most === 0) return 0;
  const ratio = least / most;
  return most * Math.sqrt(1 + ratio * ratio);
}
