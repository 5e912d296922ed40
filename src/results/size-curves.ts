import type { AggregateRecord, Results } from './schema.js';
import { type AxisValue, groupedBy, type SweepAxis, sizeAxis, sweepAxes } from './sweep-axes.js';

/** Error against size: the variants that differ in nothing but their size, smallest first. */
export interface SizeCurve {
  /** What the variants share, `learningRate=0.01`; empty when that is all. */
  label: string;
  /** By parameters; equal sizes in the order of the variants. */
  points: AggregateRecord[];
}

/** The size curves of a sweep, in the order in which their first variants come. */
export function sizeCurves(results: Omit<Results, 'observations'>): SizeCurve[] {
  const axes = sweepAxes(results);
  const along = sizeAxis(axes);
  const others = axes.filter((axis) => axis !== along);
  return groupedBy(results.aggregate, others).map(({ values, records }) => ({
    label: others.flatMap((axis, at) => word(axis, values[at])).join(' '),
    points: [...records].sort((a, b) => a.params - b.params),
  }));
}

function word({ name }: SweepAxis, value: AxisValue | undefined): string[] {
  if (value === undefined) return [];
  return [name === 'setting' ? String(value) : `${name}=${value}`];
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
