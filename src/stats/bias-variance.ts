/** Where the squared error of several predictors at the same points comes from. Means over the points. */
export interface BiasVariance {
  /** Squared distance of their mean from what is true, without what chance adds to it: error −
   * variance. By chance it may be below 0. */
  squaredBias: number;
  /** How far they scatter about their mean: with divisor runs − 1. */
  variance: number;
  /** Mean squared error of all of them: squaredBias + variance. */
  error: number;
  points: number;
  runs: number;
}

/**
 * The mean squared distance of the mean of S predictors from what is true is that of their expectation plus
 * a S-th of the variance; that part is taken off, so that bias and variance make the error exactly.
 *
 * Source: S. Geman, E. Bienenstock & R. Doursat, *Neural Computation* 4 (1992).
 *
 * @param answers by predictor, then point.
 * @param truth by point.
 * @returns null for fewer than two predictors, no point, or what is not finite.
 */
export function biasVariance(
  answers: readonly ArrayLike<number>[],
  truth: ArrayLike<number>,
): BiasVariance | null {
  const runs = answers.length;
  const points = truth.length;
  if (runs < 2 || points === 0) return null;
  let error = 0;
  let variance = 0;
  for (let p = 0; p < points; p++) {
    let sum = 0;
    for (const own of answers) sum += own[p];
    const mean = sum / runs;
    let squares = 0;
    let errors = 0;
    for (const own of answers) {
      squares += (own[p] - mean) * (own[p] - mean);
      errors += (own[p] - truth[p]) * (own[p] - truth[p]);
    }
    variance += squares / (runs - 1);
    error += errors / runs;
  }
  error /= points;
  variance /= points;
  if (!Number.isFinite(error) || !Number.isFinite(variance)) return null;
  return { squaredBias: error - variance, variance, error, points, runs };
}
