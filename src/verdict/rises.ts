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
  logs: readonly number[][],
  seeds: ArrayLike<number>,
  { left, peak, right }: Triple,
): Rises {
  return {
    left: sampleOf(differences(logs, seeds, peak, left)),
    right: sampleOf(differences(logs, seeds, peak, right)),
  };
}

function differences(
  logs: readonly number[][],
  seeds: ArrayLike<number>,
  peak: number,
  side: number,
): number[] {
  const rises: number[] = [];
  for (let i = 0; i < seeds.length; i++) rises[i] = logs[seeds[i]][peak] - logs[seeds[i]][side];
  return rises;
}

/** The mean over seeds for every size. */
export function meanCurve(logs: readonly number[][], seeds: ArrayLike<number>): number[] {
  const curve = logs[0].map(() => 0);
  for (let i = 0; i < seeds.length; i++) {
    const own = logs[seeds[i]];
    for (let size = 0; size < curve.length; size++) curve[size] += own[size];
  }
  for (let size = 0; size < curve.length; size++) curve[size] /= seeds.length;
  return curve;
}
