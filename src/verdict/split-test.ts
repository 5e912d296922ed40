import { quantile } from '../stats/quantile.js';
import type { Sample } from '../stats/sample.js';
import { studentTail } from '../stats/student-t.js';
import { meanCurve, risesOf } from './rises.js';
import { seedSplits } from './splits.js';
import { highestTriple, type Sides } from './triple.js';

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
 * @param logs `logs[seed][size]`; at least five seeds, sizes ascending.
 */
export function splitTest(logs: readonly Float64Array[], sides: Sides): SplitTest {
  const splits = seedSplits(logs.length);
  const outcomes = splits.map(({ choosing, judging }) => {
    const triple = highestTriple(meanCurve(logs, choosing), sides);
    const { left, right } = risesOf(logs, judging, triple);
    const [ofLeft, ofRight] = [statistic(left), statistic(right)];
    return {
      t: Math.min(ofLeft, ofRight),
      rise: Math.min(left.mean, right.mean),
      deviation: (ofLeft < ofRight ? left : right).deviation,
    };
  });
  const middle = (key: 'deviation' | 'rise' | 't') =>
    quantile(Float64Array.from(outcomes, (outcome) => outcome[key]).sort(), 0.5);
  // p falls as t rises, and the splits are odd in number: the median of p is the p of the median.
  return {
    p: studentTail(middle('t'), splits[0].judging.length - 1),
    rise: middle('rise'),
    deviation: middle('deviation'),
  };
}

function statistic({ n, mean, deviation }: Sample): number {
  return mean / (deviation / Math.sqrt(n) + LEAST_ERROR);
}
