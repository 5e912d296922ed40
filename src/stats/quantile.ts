/**
 * The p-quantile of an ascending, non-empty list by linear interpolation between the two nearest
 * ranks (Hyndman and Fan's type 7, the default of NumPy and R). Needs + − × only.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) throw new RangeError('quantile of an empty list');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile needs p from 0 to 1, not ${p}`);
  const rank = (ascending.length - 1) * p;
  const below = Math.floor(rank);
  const low = ascending[below];
  const fraction = rank - below;
  return fraction === 0 ? low : low + fraction * (ascending[below + 1] - low);
}

/** The median of a list in any order; null when no value is finite. */
export function median(values: readonly (number | null)[]): number | null {
  const ascending = finiteAscending(values);
  return ascending.length === 0 ? null : quantile(ascending, 0.5);
}

/** The finite values, smallest first. */
export function finiteAscending(values: readonly (number | null)[]): number[] {
  return finite(values).sort((a, b) => a - b);
}

/** The finite values in their order: null, NaN and infinities are left out. */
export function finite(values: readonly (number | null)[]): number[] {
  return values.filter((value): value is number => Number.isFinite(value));
}
