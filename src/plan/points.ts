import type { Setting } from '../config/variants/settings.js';
import { groupData } from './groups.js';
import { countingOf } from './metrics.js';
import type { Entry } from './plan.js';

/** The points at which the networks of a dataset answer: test rows that all seeds have in common. */
export interface Points {
  /** Whose test rows they are: of its group the first. */
  dataset: number;
  /** Whether they have to be brought to the scale of their own dataset. */
  rescaled: boolean;
}

/**
 * For every dataset its points. None where answers cannot be compared over the seeds: of classes, of one
 * seed, of folds, and where the test rows of one seed are training rows of another.
 */
export function fixedPoints(
  entries: readonly Entry[],
  settings: readonly Setting[],
  seeds: number,
): (Points | undefined)[] {
  const { groups } = groupData(settings);
  return entries.map(({ group = 0, fold, shape, ownTests }, dataset): Points | undefined => {
    const { data, loss } = groups[group];
    const first = entries.findIndex((entry) => (entry.group ?? 0) === group);
    const isQuantity = countingOf(loss, shape) === 'none';
    const isShared =
      dataset === first && !entries.some((e, i) => i !== first && (e.group ?? 0) === group);
    const isFixed = (ownTests || isShared) && fold === undefined;
    const isAlike = entries[first].shape.testRows === shape.testRows && shape.testRows > 0;
    if (seeds < 2 || !isQuantity || !isFixed || !isAlike) return undefined;
    return { dataset: first, rescaled: dataset !== first && data.scaling !== 'none' };
  });
}
