import { InputError } from '../config/problem.js';
import { holm } from '../stats/holm.js';
import { sweepProblems } from './check.js';
import { decide } from './decide.js';
import { measure } from './measure.js';
import type { SizeSweep, Verdict } from './types.js';

/**
 * Whether a sweep over sizes shows double descent: its test error falls, rises to a peak where
 * networks begin to interpolate, and falls again.
 *
 * It splits the seeds 101 times: three tenths choose the size that stands highest above the least
 * errors on both sides, by the mean of the logarithms of the test errors, and the others test it by
 * Student's t on differences paired by seed. The peak is real if the median p is below 0.05 and the
 * median rise at least 1.1 ×; there is none if the upper bound of the rise on all seeds is below
 * 1.5 ×. Errors must be squared errors. What the verdict says about causes: nothing.
 *
 * Source: docs/verdict.md, with the rates at which it errs.
 *
 * @throws {InputError} with everything that keeps a sweep from being read.
 */
export function judge(sweep: SizeSweep): Verdict {
  return judgeAll([sweep])[0];
}

/**
 * Judges the curves of one experiment together, such as those of one and of two hidden layers: their
 * p values are adjusted by Holm, so that all of them are wrong no more often than one would be.
 *
 * @throws {InputError} as judge.
 */
export function judgeAll(sweeps: readonly SizeSweep[]): Verdict[] {
  const problems = sweeps.flatMap((sweep, i) =>
    sweepProblems(sweep).map((message) => ({
      message: sweeps.length === 1 ? message : `curve ${i}: ${message}`,
    })),
  );
  if (problems.length > 0) throw new InputError(problems, 3);
  const measurements = sweeps.map(measure);
  const ps = measurements.flatMap(({ tested }) => (tested === null ? [] : [tested.test.p]));
  const adjusted = holm(ps);
  let next = 0;
  return measurements.map((measurement, i) => {
    const p = measurement.tested === null ? 1 : adjusted[next++];
    return decide(sweeps[i], measurement, p, ps.length);
  });
}
