import type { Observation } from '../schema.js';
import type { MeasuredPoint } from '../size-curves.js';
import { figure } from '../wording.js';

/** Which network is best on each set; nothing when no run finished. `noun`: error or loss. */
export function best(points: readonly MeasuredPoint[], noun: string): Observation[] {
  if (points.length === 0) return [];
  const train = lowest(points, 'train');
  const test = lowest(points, 'test');
  const validated = points.filter((point) => point.validation !== undefined);
  const validation = validated.length > 0 && lowest(validated, 'validation');
  const clauses = [
    `The lowest median training ${noun} is ${figure(train.train)} (${train.variant})`,
    ...(validation
      ? [
          `the lowest median validation ${noun} ${figure(validation.validation)} (${validation.variant})`,
        ]
      : []),
    `the lowest median test ${noun} ${figure(test.test)} (${test.variant})`,
  ];
  const evidence = { train, ...(validation && { validation }), test };
  return [{ kind: 'best', text: `${clauses.join(', ')}.`, evidence }];
}

/** The first of equals. */
export function lowest(
  points: readonly MeasuredPoint[],
  set: 'train' | 'validation' | 'test',
): MeasuredPoint {
  return points.reduce((least, point) => (point[set]! < least[set]! ? point : least));
}
