import type { Jacobian } from './jacobian.js';

/** Columns that are multiplied at a time: so many of all rows stay near the processor. */
const BLOCK = 256;

/**
 * J·Jᵀ, the lower triangle row by row, from the factors of J: two gradients of a layer have the inner
 * product (δ·δ′)·(a·a′ + 1), so that it takes m²·(units + inputs) operations where the product of the
 * matrices takes m²·units·inputs.
 *
 * @param poll asked for every row of every block; false ends the work.
 * @returns m × m with m = samples·outputs; undefined where it was ended.
 */
export function gram(
  { samples, outputs, layers }: Jacobian,
  poll: () => boolean = () => true,
): Float64Array | undefined {
  const m = samples * outputs;
  const sums = new Float64Array(m * m);
  for (const { inputs, width, deltas, units, bias } of layers) {
    const ofInputs = products(inputs, samples, width, poll);
    const ofDeltas = ofInputs && products(deltas, m, units, poll);
    if (!ofInputs || !ofDeltas) return undefined;
    const one = bias ? 1 : 0;
    for (let row = 0; row < m; row++) {
      const i = Math.floor(row / outputs);
      for (let column = 0; column <= row; column++) {
        const j = Math.floor(column / outputs);
        sums[row * m + column] += (ofInputs[i * samples + j] + one) * ofDeltas[row * m + column];
      }
    }
  }
  return sums;
}

/**
 * Jᵀ·J, the lower triangle: where there are fewer parameters than rows, the smaller matrix of the two. What
 * eigenvalues are not 0 they have in common.
 *
 * @param poll as of gram.
 * @returns parameters × parameters; undefined where it was ended.
 */
export function parameterGram(
  jacobian: Jacobian,
  poll: () => boolean = () => true,
): Float64Array | undefined {
  const rows = jacobian.samples * jacobian.outputs;
  return products(transposed(jacobian), countColumns(jacobian), rows, poll);
}

/** Parameters that are trained: the columns of J. */
export function countColumns({ layers }: Pick<Jacobian, 'layers'>): number {
  return layers.reduce((sum, { units, width, bias }) => sum + units * (width + (bias ? 1 : 0)), 0);
}

/** Jᵀ, a row a parameter. */
function transposed(jacobian: Jacobian): Float64Array {
  const { samples, outputs, layers } = jacobian;
  const rows = samples * outputs;
  const values = new Float64Array(countColumns(jacobian) * rows);
  let at = 0;
  for (const { inputs, width, deltas, units, bias } of layers) {
    for (let k = 0; k < units; k++) {
      for (let j = 0; j < width + (bias ? 1 : 0); j++, at += rows) {
        for (let row = 0; row < rows; row++) {
          const input = j < width ? inputs[Math.floor(row / outputs) * width + j] : 1;
          values[at + row] = deltas[row * units + k] * input;
        }
      }
    }
  }
  return values;
}

/** X·Xᵀ of rows × width values, the lower triangle: sums over the blocks, in a block in order. */
function products(
  values: Float64Array,
  rows: number,
  width: number,
  poll: () => boolean,
): Float64Array | undefined {
  const sums = new Float64Array(rows * rows);
  for (let from = 0; from < width; from += BLOCK) {
    const count = Math.min(BLOCK, width - from);
    for (let i = 0; i < rows; i++) {
      if (!poll()) return undefined;
      const a = i * width + from;
      let j = 0;
      for (; j + 3 <= i; j += 4)
        addFour(sums, i * rows + j, values, a, j * width + from, width, count);
      for (; j <= i; j++) sums[i * rows + j] += dot(values, a, j * width + from, count);
    }
  }
  return sums;
}

/** The products of one row with four that follow each other: four sums that do not wait for one another. */
function addFour(
  sums: Float64Array,
  at: number,
  values: Float64Array,
  a: number,
  b: number,
  width: number,
  count: number,
): void {
  const [c, d, e] = [b + width, b + 2 * width, b + 3 * width];
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k < count; k++) {
    const value = values[a + k];
    s0 += value * values[b + k];
    s1 += value * values[c + k];
    s2 += value * values[d + k];
    s3 += value * values[e + k];
  }
  sums[at] += s0;
  sums[at + 1] += s1;
  sums[at + 2] += s2;
  sums[at + 3] += s3;
}

function dot(values: Float64Array, a: number, b: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[a + k] * values[b + k];
  return sum;
}
