import { log } from '../math/log.js';
import type { Sample } from '../stats/sample.js';
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
  const level = LEVEL / curves;
  const excludes = (side: Sample, n: number) =>
    suffices(n, log(PEAK) - side.mean, side.deviation, LEVEL);
  const shows = (n: number) =>
    test.rise >= log(LEAST_EFFECT) &&
    suffices(n - choosingSeeds(n), test.rise, test.deviation, level);
  for (let n = seeds + 1; n <= MOST_SEEDS; n++) {
    if (shows(n) || excludes(left, n) || excludes(right, n)) return n;
  }
  return null;
}

function suffices(n: number, distance: number, deviation: number, level: number): boolean {
  if (distance <= 0 || n < 2) return false;
  const t = studentQuantile(1 - level, n - 1) + studentQuantile(POWER, n - 1);
  return n * distance * distance >= t * t * deviation * deviation;
}
