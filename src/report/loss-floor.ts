import type { Results } from '../results/schema.js';
import { figure } from '../results/wording.js';
import { isPositive } from './chart/scale.js';

/** Where training losses fall by so much, to so far below the lowest test loss, not all are drawn. */
const FALL = 1e4;
const FAR = 1000;
/** How far below the lowest test loss the axis reaches then. */
const DEPTH = 30;

/**
 * Where networks interpolate, the training loss falls by ten orders of magnitude, and on one axis with
 * it the test loss would be a straight line: then the axis ends a little below the test losses.
 *
 * @returns where it ends; 0 where everything is drawn.
 */
export function lossFloor(results: Results): number {
  const train = mediansOf(results, 'train');
  const [low, high] = [Math.min(...train), Math.max(...train)];
  const test = Math.min(...mediansOf(results, 'test'));
  if (!Number.isFinite(test) || low * FALL > high || low * FAR > test) return 0;
  return test / DEPTH;
}

export function floorNotes(floor: number, results: Results): string[] {
  if (floor === 0) return [];
  const least = figure(Math.min(...mediansOf(results, 'train')));
  return [
    `Training losses below ${figure(floor)} lie under the plot; the lowest median is ${least}.`,
  ];
}

function mediansOf({ aggregate }: Results, set: 'train' | 'test'): number[] {
  return aggregate.map((record) => record[set].median).filter(isPositive);
}
