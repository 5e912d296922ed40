import { finite, quantile } from './quantile.js';

/** Where the values of a list lie; every member null when none of them is finite. */
export interface Spread {
  median: number | null;
  q1: number | null;
  q3: number | null;
  mean: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Median, quartiles, mean and extremes over the finite values; all null when there is none. The
 * mean adds in the order of the list, so equal lists give equal bits.
 */
export function spread(values: readonly (number | null)[]): Spread {
  const kept = finite(values);
  if (kept.length === 0) {
    return { median: null, q1: null, q3: null, mean: null, low: null, high: null };
  }
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  const ascending = kept.sort((a, b) => a - b);
  return {
    median: quantile(ascending, 0.5),
    q1: quantile(ascending, 0.25),
    q3: quantile(ascending, 0.75),
    mean,
    low: ascending[0],
    high: ascending[ascending.length - 1],
  };
}
