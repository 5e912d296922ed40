/** Below this p a peak is not chance. */
export const LEVEL = 0.05;
/** The least that a peak must stand above both sides to be one. */
export const LEAST_EFFECT = 1.1;
/** A peak that would be called one: only below it is "none" shown. */
export const PEAK = 1.5;
export const FEWEST_SEEDS = 5;
export const FEWEST_SIZES = 5;
export const RECOMMENDED_SEEDS = 10;
