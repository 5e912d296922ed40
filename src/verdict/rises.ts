import { type Sample, sampleOf } from '../stats/sample.js';
import type { Triple } from './triple.js';

/** How far the peak stands above either side, as differences of logarithms paired by seed. */
export interface Rises {
  left: Sample;
  right: Sample;
}

/**
 * @param logs `logs[seed][size]`: logarithms of test errors.
 * @param seeds those that count, at least two.
 */
export function risesOf(
  logs: readonly Float64Array[],
  seeds: ArrayLike<number>,
  { left, peak, right }: Triple,
): Rises {
  const over = (side: number) =>
    sampleOf(
      Float64Array.from({ length: seeds.length }, (_, i) => {
        const own = logs[seeds[i]];
        return own[peak] - own[side];
      }),
    );
  return { left: over(left), right: over(right) };
}

/** The mean over seeds for every size. */
export function meanCurve(logs: readonly Float64Array[], seeds: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(logs[0].length);
  for (let i = 0; i < seeds.length; i++) {
    const own = logs[seeds[i]];
    for (let size = 0; size < sum.length; size++) sum[size] += own[size];
  }
  return sum.map((total) => total / seeds.length);
}
