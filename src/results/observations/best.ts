import type { Observation } from '../schema.js';
import type { MeasuredPoint } from '../size-curves.js';
import { figure } from '../wording.js';

/** Which network is best on either set; nothing when no run finished. */
export function best(points: readonly MeasuredPoint[]): Observation[] {
  if (points.length === 0) return [];
  const train = lowest(points, 'train');
  const test = lowest(points, 'test');
  return [
    {
      kind: 'best',
      text:
        `The lowest median training error is ${figure(train.train)} (${train.variant}), ` +
        `the lowest median test error ${figure(test.test)} (${test.variant}).`,
      evidence: { train, test },
    },
  ];
}

/** The first of equals. */
export function lowest(points: readonly MeasuredPoint[], set: 'train' | 'test'): MeasuredPoint {
  return points.reduce((least, point) => (point[set] < least[set] ? point : least));
}
