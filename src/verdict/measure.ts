import { exp } from '../math/exp.js';
import { log } from '../math/log.js';
import { studentQuantile } from '../stats/student-t.js';
import { FEWEST_SEEDS, FEWEST_SIZES, LEVEL } from './levels.js';
import { meanCurve, type Rises, risesOf } from './rises.js';
import { countSizes, sortSizes } from './sizes.js';
import { type SplitTest, splitTest } from './split-test.js';
import { thresholdOf } from './threshold.js';
import { type Triple, TripleFinder } from './triple.js';
import type { SizeSweep } from './types.js';

/** The error must have fallen to this share for a first descent. */
const FALLEN = 0.9;

/** What is known of a sweep before it is judged. Sizes are indices into its params. */
export interface Measurement {
  seeds: number;
  /** Different numbers of parameters among the sizes that are not dropped. */
  sizes: number;
  dropped: number[];
  /** Null with too few seeds or sizes. */
  tested: Tested | null;
}

export interface Tested extends Triple {
  test: SplitTest;
  /** On all seeds. */
  rises: Rises;
  low: number;
  high: number;
  threshold: number | null;
  firstDescent: boolean;
}

/** @param sweep one that passes sweepProblems. */
export function measure(sweep: SizeSweep): Measurement {
  const { kept, dropped } = sortSizes(sweep);
  const seeds = sweep.test.length;
  const sizes = countSizes(sweep, kept);
  const isEnough = seeds >= FEWEST_SEEDS && sizes >= FEWEST_SIZES;
  return { seeds, sizes, dropped, tested: isEnough ? testSizes(sweep, kept) : null };
}

function testSizes(sweep: SizeSweep, kept: readonly number[]): Tested {
  const logs = sweep.test.map((errors) => kept.map((size) => log(errors[size]!)));
  const finder = new TripleFinder(kept.map((size) => sweep.params[size]));
  const seeds = logs.map((_, seed) => seed);
  const curve = meanCurve(logs, seeds);
  const triple = finder.highest(curve);
  const rises = risesOf(logs, seeds, triple);
  return {
    left: kept[triple.left],
    peak: kept[triple.peak],
    right: kept[triple.right],
    test: splitTest(logs, finder),
    rises,
    ...bounds(rises),
    threshold: thresholdOf(sweep, kept),
    firstDescent: curve[triple.left] - curve[0] <= log(FALLEN),
  };
}

/** On both sides the mean with its one-sided limits; of either limit the smaller. */
function bounds({ left, right }: Rises): { low: number; high: number } {
  const t = studentQuantile(1 - LEVEL, left.n - 1);
  const least = (sign: number) => {
    const limits = [left, right].map(
      ({ n, mean, deviation }) => mean + (sign * t * deviation) / Math.sqrt(n),
    );
    return exp(Math.min(...limits));
  };
  return { low: least(-1), high: least(1) };
}
