import type { Interval } from './interval.js';
import type { Sample } from './sample.js';
import { studentQuantile, studentTail } from './student-t.js';

/** A difference, what it may scatter by, and how surely that is known. */
export interface Estimate {
  difference: number;
  /** Standard error of the difference. */
  error: number;
  /** Degrees of freedom of its t. */
  freedom: number;
}

/** The mean of differences of pairs. @param differences at least two. */
export function pairedEstimate({ n, mean, deviation }: Sample): Estimate {
  if (n < 2) throw new RangeError(`found ${n} pair, expected at least two`);
  return { difference: mean, error: deviation / Math.sqrt(n), freedom: n - 1 };
}

/**
 * The mean of `b` less that of `a`, samples that share nothing and may scatter differently.
 *
 * @param a at least two values, and so `b`.
 *
 * Source: B. L. Welch, Biometrika 34 (1947); degrees of freedom by Satterthwaite (1946).
 */
export function welchEstimate(a: Sample, b: Sample): Estimate {
  if (a.n < 2 || b.n < 2) {
    throw new RangeError(`found ${a.n} and ${b.n} values, expected at least two of each`);
  }
  const [ofA, ofB] = [(a.deviation * a.deviation) / a.n, (b.deviation * b.deviation) / b.n];
  const both = ofA + ofB;
  const freedom =
    both === 0
      ? a.n + b.n - 2
      : (both * both) / ((ofA * ofA) / (a.n - 1) + (ofB * ofB) / (b.n - 1));
  return { difference: b.mean - a.mean, error: Math.sqrt(both), freedom };
}

/** Student's interval of an estimate. @param confidence above 0 and below 1. */
export function estimateInterval(estimate: Estimate, confidence = 0.95): Interval {
  const { difference, error, freedom } = estimate;
  const reach = studentQuantile((1 + confidence) / 2, freedom) * error;
  return { low: difference - reach, high: difference + reach };
}

/** The p of a two-sided test that there is no difference. */
export function twoSidedP({ difference, error, freedom }: Estimate): number {
  if (difference === 0) return 1;
  return Math.min(1, 2 * studentTail(Math.abs(difference) / error, freedom));
}
