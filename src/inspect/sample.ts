import { type Rows, rowOf } from '../data/dataset.js';

/** Numbers of at most `most` of so many samples, evenly spread from the first on. */
export function evenly(samples: number, most: number): number[] {
  const count = Math.min(samples, most);
  return Array.from({ length: count }, (_, i) => Math.floor((i * samples) / count));
}

/** The first so many samples, or all where there are fewer. */
export function first(samples: number, most: number): number[] {
  return Array.from({ length: Math.min(samples, most) }, (_, j) => j);
}

/** The x or y of some samples one after another, `width` floats each. */
export function gather(
  rows: Rows,
  values: Float32Array,
  width: number,
  samples: readonly number[],
): Float32Array {
  const gathered = new Float32Array(samples.length * width);
  samples.forEach((sample, i) => {
    const at = rowOf(rows, sample) * width;
    gathered.set(values.subarray(at, at + width), i * width);
  });
  return gathered;
}
