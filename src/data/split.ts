import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import type { Rows } from './dataset.js';

/**
 * Splits rows at random into training and test rows, a pure function of the seed.
 *
 * @param fraction of the rows that become test rows, rounded; at least one row stays on either
 *   side.
 */
export function splitRows(
  { rows, x, y }: Rows,
  fraction: number,
  seed: number,
): { train: Rows; test: Rows } {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  permute(order, new Stream({ seed, purpose: PURPOSE.split }));
  const testRows = testRowCount(rows, fraction);
  const take = (chosen: Uint32Array): Rows => ({
    rows: chosen.length,
    x: pick(x, x.length / rows, chosen),
    y: pick(y, y.length / rows, chosen),
  });
  return { train: take(order.subarray(testRows)), test: take(order.subarray(0, testRows)) };
}

export function testRowCount(rows: number, fraction: number): number {
  return Math.min(rows - 1, Math.max(1, Math.round(rows * fraction)));
}

function pick(values: Float32Array, width: number, rows: Uint32Array): Float32Array {
  const picked = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    picked.set(values.subarray(row * width, (row + 1) * width), i * width);
  });
  return picked;
}
