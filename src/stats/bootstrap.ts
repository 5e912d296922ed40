import { mulberry32 } from '../random/mulberry32.js';
import type { Interval } from './interval.js';
import { quantile } from './quantile.js';

export interface BootstrapOptions {
  /** Above 0 and below 1; default 0.95. */
  confidence?: number;
  /** Samples that are drawn, at least 1; default 2,000. */
  resamples?: number;
  /** Of mulberry32: the same seed gives the same interval on any machine. Default 1. */
  seed?: number;
}

/**
 * The percentile bootstrap interval of any statistic: as many values are drawn with replacement as
 * there are, again and again; the interval holds the middle share of the statistics. From few values
 * (below about 10) it comes out too narrow.
 *
 * @param values at least one.
 * @param statistic of a list that it may reorder; must be finite.
 *
 * Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: (sample: number[]) => number,
  { confidence = 0.95, resamples = 2000, seed = 1 }: BootstrapOptions = {},
): Interval {
  const n = values.length;
  if (n === 0) throw new RangeError('found no values, expected at least one');
  const uniform = mulberry32(seed);
  return percentiles(resamples, confidence, () => statistic(drawn(values, uniform)));
}

/**
 * The same of a statistic of two samples that share nothing: each is drawn from by itself.
 *
 * @param a at least one value, and so `b`.
 */
export function bootstrapInterval2(
  a: readonly number[],
  b: readonly number[],
  statistic: (a: number[], b: number[]) => number,
  { confidence = 0.95, resamples = 2000, seed = 1 }: BootstrapOptions = {},
): Interval {
  if (a.length === 0 || b.length === 0) {
    throw new RangeError('found no values, expected at least one of each');
  }
  const uniform = mulberry32(seed);
  return percentiles(resamples, confidence, () => statistic(drawn(a, uniform), drawn(b, uniform)));
}

function drawn(values: readonly number[], uniform: () => number): number[] {
  return Array.from({ length: values.length }, () => values[Math.floor(uniform() * values.length)]);
}

/** The interval that holds the middle share of what is drawn. */
function percentiles(resamples: number, confidence: number, draw: () => number): Interval {
  const statistics = Array.from({ length: resamples }, draw);
  statistics.sort((a, b) => a - b);
  return {
    low: quantile(statistics, (1 - confidence) / 2),
    high: quantile(statistics, (1 + confidence) / 2),
  };
}

/**
 * `bootstrapInterval` of the mean, for many lists of equal length: draws are the same for all of them.
 *
 * @param n values of each list, at least one.
 */
export function meanBootstrap(
  n: number,
  { confidence = 0.95, resamples = 2000, seed = 1 }: BootstrapOptions = {},
): (values: ArrayLike<number>) => Interval {
  if (n === 0) throw new RangeError('found no values, expected at least one');
  const uniform = mulberry32(seed);
  const draws = Uint32Array.from({ length: resamples * n }, () => Math.floor(uniform() * n));
  const means = new Float64Array(resamples);
  return (values) => {
    for (let i = 0, at = 0; i < resamples; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += values[draws[at++]];
      means[i] = sum / n;
    }
    means.sort();
    return {
      low: quantile(means, (1 - confidence) / 2),
      high: quantile(means, (1 + confidence) / 2),
    };
  };
}
