import { hyperLabel } from '../plan/hyper-label.js';
import type { AggregateRecord, Results } from './schema.js';

/** Error against size: the variants that differ in nothing but their network, smallest first. */
export interface SizeCurve {
  /** The hyper-parameters that the variants share, `learningRate=0.01`; empty when there are none. */
  label: string;
  /** By parameters; equal sizes in the order of the variants. */
  points: AggregateRecord[];
}

/** The size curves of a sweep, in the order in which their first variants come. */
export function sizeCurves(results: Pick<Results, 'variants' | 'aggregate'>): SizeCurve[] {
  const labels = new Map(
    results.variants.map((variant) => [variant.id, hyperLabel(variant.hyper)]),
  );
  const curves = new Map<string, AggregateRecord[]>();
  for (const record of results.aggregate) {
    const label = labels.get(record.variant) ?? '';
    const points = curves.get(label);
    if (points === undefined) curves.set(label, [record]);
    else points.push(record);
  }
  return Array.from(curves, ([label, points]) => ({
    label,
    points: points.sort((a, b) => a.params - b.params),
  }));
}

/** The points at which both medians exist: what a sentence about size may speak of. */
export function measured(points: readonly AggregateRecord[]): MeasuredPoint[] {
  return points.flatMap(({ variant, params, train, validation, test }): MeasuredPoint[] => {
    if (train.median === null || test.median === null) return [];
    const median = validation?.median ?? null;
    const validated = median !== null && { validation: median };
    return [{ variant, params, train: train.median, ...validated, test: test.median }];
  });
}

/** Medians over seeds. */
export interface MeasuredPoint {
  variant: string;
  params: number;
  train: number;
  validation?: number;
  test: number;
}

/** Of curves that vary in more than size only those speak of it that have several. */
export function tellsOfSize({ points, label }: SizeCurve): boolean {
  return label === '' || new Set(points.map(({ params }) => params)).size > 1;
}
