import type { Jacobian, JacobianLayer } from './jacobian.js';

/**
 * J·Jᵀ, the lower triangle row by row, from the factors of J: two gradients of a layer have the inner
 * product (δ·δ′)·(a·a′ + 1), so that it takes m²·(units + inputs) operations where the product of the
 * matrices takes m²·units·inputs.
 *
 * @param poll asked for every sample; false ends the work.
 * @returns m × m with m = samples·outputs; undefined where it was ended.
 */
export function gram(
  { samples, outputs, layers }: Jacobian,
  poll: () => boolean = () => true,
): Float64Array | undefined {
  const m = samples * outputs;
  const sums = new Float64Array(m * m);
  for (const layer of layers) {
    for (let i = 0; i < samples; i++) {
      if (!poll()) return undefined;
      for (let j = 0; j <= i; j++) addPair(sums, layer, i, j, outputs, m);
    }
  }
  return sums;
}

function addPair(
  sums: Float64Array,
  { inputs, width, deltas, units, bias }: JacobianLayer,
  i: number,
  j: number,
  outputs: number,
  m: number,
): void {
  const shared = dot(inputs, i * width, j * width, width) + (bias ? 1 : 0);
  for (let o = 0; o < outputs; o++) {
    const row = i * outputs + o;
    for (let p = 0; p < outputs; p++) {
      const column = j * outputs + p;
      sums[row * m + column] += shared * dot(deltas, row * units, column * units, units);
    }
  }
}

function dot(values: Float64Array, a: number, b: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[a + k] * values[b + k];
  return sum;
}
