import type { Preparation } from '../config/types.js';
import { type Rows, rowOf, type Scale } from './dataset.js';

/**
 * The scale of every input over the given rows: `standard`: mean and (population) standard
 * deviation, `minmax`: minimum and range. Float64, summed row by row.
 */
export function measureScale(
  scaling: Exclude<Preparation['scaling'], 'none'>,
  rows: Rows,
  inputs: number,
): Scale {
  const { low, range } = rangesOf(rows, inputs);
  return scaling === 'minmax' ? { shift: low, unit: range } : standard(rows, inputs, range);
}

function standard(rows: Rows, inputs: number, range: Float64Array): Scale {
  const mean = sums(rows, inputs).map((sum) => sum / rows.rows);
  const squares = squaredDistances(rows, mean);
  // A constant column is exactly constant, whatever the rounding of its mean leaves.
  const unit = squares.map((sum, i) => (range[i] === 0 ? 0 : Math.sqrt(sum / rows.rows)));
  return { shift: mean, unit };
}

function sums(rows: Rows, inputs: number): Float64Array {
  const sum = new Float64Array(inputs);
  for (let j = 0; j < rows.rows; j++) {
    const at = rowOf(rows, j) * inputs;
    for (let i = 0; i < inputs; i++) sum[i] += rows.x[at + i];
  }
  return sum;
}

function squaredDistances(rows: Rows, mean: Float64Array): Float64Array {
  const sum = new Float64Array(mean.length);
  for (let j = 0; j < rows.rows; j++) {
    const at = rowOf(rows, j) * mean.length;
    for (let i = 0; i < mean.length; i++) {
      const distance = rows.x[at + i] - mean[i];
      sum[i] += distance * distance;
    }
  }
  return sum;
}

function rangesOf(rows: Rows, inputs: number): { low: Float64Array; range: Float64Array } {
  const low = new Float64Array(inputs).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(inputs).fill(Number.NEGATIVE_INFINITY);
  for (let j = 0; j < rows.rows; j++) {
    const at = rowOf(rows, j) * inputs;
    for (let i = 0; i < inputs; i++) {
      const x = rows.x[at + i];
      if (x < low[i]) low[i] = x;
      if (x > high[i]) high[i] = x;
    }
  }
  return { low, range: high.map((x, i) => x - low[i]) };
}

/** Scales all rows of `x`, in place. */
export function scaleInPlace(x: Float32Array, { shift, unit }: Scale): void {
  const inputs = shift.length;
  for (let at = 0; at < x.length; at += inputs) {
    for (let i = 0; i < inputs; i++) {
      x[at + i] = unit[i] === 0 ? 0 : (x[at + i] - shift[i]) / unit[i];
    }
  }
}

/** The rows of a set, scaled, in arrays of their own. */
export function scaledCopy(rows: Rows, scale: Scale, inputs: number, outputs: number): Rows {
  const x = new Float32Array(rows.rows * inputs);
  const y = new Float32Array(rows.rows * outputs);
  for (let j = 0; j < rows.rows; j++) {
    const row = rowOf(rows, j);
    x.set(rows.x.subarray(row * inputs, (row + 1) * inputs), j * inputs);
    y.set(rows.y.subarray(row * outputs, (row + 1) * outputs), j * outputs);
  }
  scaleInPlace(x, scale);
  return { rows: rows.rows, x, y };
}
