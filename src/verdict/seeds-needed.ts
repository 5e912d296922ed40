import { log } from '../math/log.js';
import { studentQuantile } from '../stats/student-t.js';
import { LEAST_EFFECT, LEVEL, PEAK } from './levels.js';
import type { Rises } from './rises.js';
import type { SplitTest } from './split-test.js';
import { choosingSeeds } from './splits.js';

/** The chance with which so many seeds would decide, if the spread is as estimated. */
const POWER = 0.8;
const MOST_SEEDS = 1000;

/**
 * An estimate of how many seeds would decide what the present ones leave open, with a chance of
 * 80 %: the fewer of those that would show a peak as high as it seems and those that would exclude
 * one of 1.5 ×. Both by n ≥ ((t₀.₉₅ + t₀.₈) · s / d)² with n − 1 degrees of freedom:
 *
 * - shown: d the median rise and s the deviation over the splits, n the seeds that judge;
 * - excluded: d = log 1.5 − rise and s of either side on all seeds, n all seeds.
 *
 * Null where more than 1,000 would be needed.
 *
 * @param seeds that there are.
 * @param curves tested together: each is held to its share of the level.
 */
export function seedsNeeded(
  seeds: number,
  curves: number,
  test: Pick<SplitTest, 'rise' | 'deviation'>,
  { left, right }: Rises,
): number | null {
  const isHigh = test.rise >= log(LEAST_EFFECT);
  const shows = (n: number) =>
    isHigh && suffices(n - choosingSeeds(n), LEVEL / curves, [[test.rise, test.deviation]]);
  const gaps = [left, right].map(({ mean, deviation }) => [log(PEAK) - mean, deviation] as const);
  const decides = (n: number) => shows(n) || suffices(n, LEVEL, gaps);
  return leastWhere(decides, seeds + 1, MOST_SEEDS);
}

/** Whether so many seeds tell any of these distances, with its deviation, from 0. */
function suffices(
  n: number,
  level: number,
  gaps: readonly (readonly [distance: number, deviation: number])[],
): boolean {
  const t = studentQuantile(1 - level, n - 1) + studentQuantile(POWER, n - 1);
  return gaps.some(
    ([distance, deviation]) => distance > 0 && Math.sqrt(n) * distance >= t * deviation,
  );
}

/** The least whole number from low to high from which on it holds; null where it does not at high. */
function leastWhere(holds: (n: number) => boolean, low: number, high: number): number | null {
  if (low > high || !holds(high)) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
