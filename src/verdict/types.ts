/**
 * The errors of networks of several sizes, every size trained on every seed. Squared errors (means
 * over samples and outputs) of quantities.
 */
export interface SizeSweep {
  /** Parameters of every size, in any order; whole, above 0. */
  params: readonly number[];
  /** `test[seed][size]`: the error on test rows; null or not finite where a run has none. */
  test: readonly (readonly (number | null)[])[];
  /** `train[seed][size]`: the error on the training rows, likewise. */
  train: readonly (readonly (number | null)[])[];
  /** Variance of the training labels, noise included. Without it no size counts as untrained, and
   * where there is no noise variance either, the largest median training error stands for it. */
  labelVariance?: number | undefined;
  /** Variance of the noise on the training labels; 0, the default: none is known. */
  noiseVariance?: number | undefined;
}

/**
 * Why a verdict is what it is.
 * - `observed`: an interior peak at the interpolation threshold.
 * - `no-peak`: networks interpolate, and no peak is there.
 * - `not-interpolated`: no network interpolates. *not observed*: and no peak is there; *inconclusive*:
 *   a bump is.
 * - `training-failure`: a peak of the test error where the training error rises, too.
 * - `away-from-threshold`: a bump, but not where networks begin to interpolate.
 * - `too-few`: fewer than 5 seeds or sizes.
 * - `add-seeds`: neither a peak nor its absence is shown.
 */
export type VerdictCode =
  | 'observed'
  | 'no-peak'
  | 'not-interpolated'
  | 'training-failure'
  | 'away-from-threshold'
  | 'too-few'
  | 'add-seeds';

/** What may be said about double descent in a SizeSweep. Sizes are indices into its `params`; null
 * where there is no such size or, with too few seeds or sizes, nothing was computed. */
export interface Verdict {
  verdict: 'observed' | 'not observed' | 'inconclusive';
  code: VerdictCode;
  /** In words. */
  reason: string;
  /** Of a one-sided test that the peak stands above both sides; over several curves Holm's. */
  p: number | null;
  /** How many times as high as the higher of the two sides the peak is, on seeds that did not
   * choose it. */
  effect: number | null;
  /** Bounds of the same on all seeds, each at 95 %. They are nominal: the same seeds choose the peak. */
  low: number | null;
  high: number | null;
  /** The size of the least error among the smaller ones. */
  left: number | null;
  /** The size that stands highest above both sides. */
  peak: number | null;
  /** The size of the least error among the larger ones. */
  right: number | null;
  /** The first size that interpolates. */
  threshold: number | null;
  /** Whether the error fell by 10 % or more from the smallest size to `left`. */
  firstDescent: boolean | null;
  /** Sizes left out: a run without a usable error, or more than a fifth of the runs untrained. */
  dropped: number[];
}
