import { median } from '../stats/quantile.js';
import type { SizeSweep } from './types.js';

/** The share of the label noise, or else of the labels' variance, below which a fit is exact. */
const NOISE_SHARE = 0.1;
const VARIANCE_SHARE = 1e-3;

/** The first of these sizes whose median training error is an exact fit; null where none is. */
export function thresholdOf(sweep: SizeSweep, ascending: readonly number[]): number | null {
  const medians = ascending.map((size) => medianTraining(sweep, size));
  const { noiseVariance = 0, labelVariance = Math.max(...medians) } = sweep;
  const limit = noiseVariance > 0 ? NOISE_SHARE * noiseVariance : VARIANCE_SHARE * labelVariance;
  const at = medians.findIndex((error) => error <= limit);
  return at < 0 ? null : ascending[at];
}

/** Over the seeds, of a size whose runs all have an error. */
export function medianTraining({ train }: SizeSweep, size: number): number {
  return median(train.map((errors) => errors[size]))!;
}
