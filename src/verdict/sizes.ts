import type { SizeSweep } from './types.js';

/** Sizes as indices into the params of their sweep. */
export interface Sizes {
  /** Ascending by parameters; equal ones in the order given. */
  kept: number[];
  /** In the order given. */
  dropped: number[];
}

/** Which sizes can be judged. */
export function sortSizes(sweep: SizeSweep): Sizes {
  const all = sweep.params.map((_, size) => size);
  const dropped = all.filter((size) => isDropped(sweep, size));
  const kept = all.filter((size) => !dropped.includes(size));
  kept.sort((a, b) => sweep.params[a] - sweep.params[b] || a - b);
  return { kept, dropped };
}

/** More than a fifth of the runs no better than a constant: dead or untrained. */
function isDropped(sweep: SizeSweep, size: number): boolean {
  const { train, labelVariance } = sweep;
  if (lacksError(sweep, size)) return true;
  if (labelVariance === undefined) return false;
  const untrained = train.filter((errors) => errors[size]! >= labelVariance).length;
  return 5 * untrained > train.length;
}

/** Whether a run of this size has no training error, or no test error that has a logarithm. A training
 * error of 0 is one: interpolation. */
export function lacksError({ test, train }: SizeSweep, size: number): boolean {
  return test.some((errors, seed) => {
    const trained = train[seed][size];
    return !isAbove(errors[size], 0) || !(isAbove(trained, 0) || trained === 0);
  });
}

function isAbove(value: number | null, least: number): boolean {
  return value !== null && Number.isFinite(value) && value > least;
}

/** Of how many different numbers of parameters the sizes are. */
export function countSizes({ params }: SizeSweep, sizes: readonly number[]): number {
  return new Set(sizes.map((size) => params[size])).size;
}
