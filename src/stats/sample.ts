/** What a t statistic needs of a sample. */
export interface Sample {
  n: number;
  mean: number;
  /** Standard deviation with n − 1; 0 for a single value. */
  deviation: number;
}

/** Mean and standard deviation of at least one value, summed in their order. */
export function sampleOf(values: ArrayLike<number>): Sample {
  const n = values.length;
  if (n === 0) throw new RangeError('found no values, expected at least one');
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - mean) * (values[i] - mean);
  return { n, mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
}
