import { quantile } from '../stats/quantile.js';
import type { Sample } from '../stats/sample.js';
import { studentTail } from '../stats/student-t.js';
import { meanCurve, risesOf } from './rises.js';
import { choosingSeeds, SPLITS, seedSplits } from './splits.js';
import type { TripleFinder } from './triple.js';

/** Keeps t finite where runs do not scatter. */
const LEAST_ERROR = 1e-12;

/** Medians over the splits. */
export interface SplitTest {
  p: number;
  /** The smaller of the two mean differences of logarithms. */
  rise: number;
  /** Deviation of the differences whose t is the smaller. */
  deviation: number;
}

/**
 * Whether the peak that some seeds choose stands above both sides on the others, over all splits:
 * the place is chosen without the seeds that are tested.
 *
 * @param logs `logs[seed][size]`; at least five seeds, sizes ascending, those of the finder.
 */
export function splitTest(logs: readonly number[][], finder: TripleFinder): SplitTest {
  const seeds = logs.length;
  const ts = new Float64Array(SPLITS);
  const rises = new Float64Array(SPLITS);
  const deviations = new Float64Array(SPLITS);
  let split = 0;
  for (const { choosing, judging } of seedSplits(seeds)) {
    const triple = finder.highest(meanCurve(logs, choosing));
    const { left, right } = risesOf(logs, judging, triple);
    const [ofLeft, ofRight] = [statistic(left), statistic(right)];
    ts[split] = Math.min(ofLeft, ofRight);
    rises[split] = Math.min(left.mean, right.mean);
    deviations[split] = (ofLeft < ofRight ? left : right).deviation;
    split++;
  }
  // p falls as t rises, and the splits are odd in number: the median of p is the p of the median.
  const p = studentTail(middle(ts), seeds - choosingSeeds(seeds) - 1);
  return { p, rise: middle(rises), deviation: middle(deviations) };
}

function middle(values: Float64Array): number {
  return quantile(values.sort(), 0.5);
}

function statistic({ n, mean, deviation }: Sample): number {
  return mean / (deviation / Math.sqrt(n) + LEAST_ERROR);
}
