import { type Dataset, type Rows, rowOf, type Scale } from '../data/dataset.js';
import type { RowsAt } from './layout.js';

/**
 * Brings the inputs of the points from the scale of the dataset that they are of to that of another one;
 * what float32 cannot hold is lost twice.
 */
export function writePoints(
  memory: WebAssembly.Memory,
  { x, rows }: RowsAt,
  { inputs, test, scale }: Dataset,
  to: Scale | undefined,
): void {
  const values = new Float32Array(memory.buffer, x, rows * inputs);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < inputs; i++) {
      values[j * inputs + i] = scaled(to, i, unscaled(scale, i, inputOf(test, inputs, j, i)));
    }
  }
}

function inputOf(rows: Rows, inputs: number, j: number, i: number): number {
  return rows.x[rowOf(rows, j) * inputs + i];
}

function unscaled(scale: Scale | undefined, input: number, value: number): number {
  return scale ? value * scale.unit[input] + scale.shift[input] : value;
}

function scaled(scale: Scale | undefined, input: number, value: number): number {
  if (!scale) return value;
  const unit = scale.unit[input];
  return unit === 0 ? 0 : (value - scale.shift[input]) / unit;
}
