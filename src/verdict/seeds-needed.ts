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
 * An estimate of how many seeds would decide what the present ones leave open, with a chance of about
 * 80 %: the fewer of those that would show a peak as high as it seems and those that would exclude
 * one of 1.5 ×. With r the median rise over the splits and t for n − 1 degrees of freedom,
 *
 * - shown, if r is at least log 1.1: √n · r ≥ (t₀.₉₅ + t₀.₈) · s, where n are the seeds that judge and s
 *   is the median deviation over the splits;
 * - excluded: √n · (log 1.5 − r) ≥ (t₀.₉₅ + t₀.₈) · s + √S · (m − r), where n are all seeds, and m and s
 *   the mean rise and its deviation on the S present ones, of either side. They have chosen the size
 *   that stands highest, so that m is above r by chance: that part shrinks as 1/√n.
 *
 * Null where more than 1,000 would be needed. How often it is right: docs/verdict.md.
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
    isHigh && excess(n - choosingSeeds(n), LEVEL / curves, test.rise, test.deviation) >= 0;
  const excludes = ({ mean, deviation }: Sample, n: number) => {
    const truth = Math.min(test.rise, mean);
    const chosen = (mean - truth) * Math.sqrt(seeds);
    return excess(n, LEVEL, log(PEAK) - truth, deviation) >= chosen;
  };
  const decides = (n: number) => shows(n) || excludes(left, n) || excludes(right, n);
  return leastWhere(decides, seeds + 1, MOST_SEEDS);
}

/** √n · d − (t₀.₉₅ + t₀.₈) · s: what is left when so many seeds tell a distance from 0. */
function excess(n: number, level: number, distance: number, deviation: number): number {
  const t = studentQuantile(1 - level, n - 1) + studentQuantile(POWER, n - 1);
  return Math.sqrt(n) * distance - t * deviation;
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
