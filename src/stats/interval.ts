import type { Sample } from './sample.js';
import { studentQuantile } from './student-t.js';

export interface Interval {
  low: number;
  high: number;
}

/**
 * Student's interval of a mean: mean ± t · deviation / √n with n − 1 degrees of freedom. For means
 * of about normal values; of positive ones that scatter by factors take the logarithms first.
 *
 * @param sample of at least two values.
 * @param confidence above 0 and below 1: the share of such intervals that hold the true mean.
 */
export function meanInterval({ n, mean, deviation }: Sample, confidence = 0.95): Interval {
  if (n < 2) throw new RangeError(`found ${n} value, expected at least two`);
  const reach = (reachOf(confidence, n) * deviation) / Math.sqrt(n);
  return { low: mean - reach, high: mean + reach };
}

const reaches = new Map<string, number>();

/** The quantile that n values need: a table asks for the same again and again. */
function reachOf(confidence: number, n: number): number {
  const key = `${confidence} ${n}`;
  const known = reaches.get(key) ?? studentQuantile((1 + confidence) / 2, n - 1);
  reaches.set(key, known);
  return known;
}
