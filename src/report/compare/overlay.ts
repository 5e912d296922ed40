import type { LabelledRun, MeasureName } from '../../compare/types.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { sizeCurves } from '../../results/size-curves.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { grouped } from '../../results/wording.js';
import { axisFigure } from '../axis-figure/draw.js';
import type { Along, AxisFigure } from '../axis-figure/spec.js';
import { errorFigure } from '../figures/error-vs-axis.js';
import { accuracyFigure, r2Figure } from '../figures/metric-vs-axis.js';
import { metricMeasure } from '../measure.js';
import { letterOf } from './words.js';

/** What runs score against the number of parameters, a line a run; several where one varies more. */
export function overlayFigure(runs: readonly LabelledRun[], measure: MeasureName): string {
  const curves = runs.map(({ results }) => sizeCurves(results));
  // A line a run has the run's letter; of several each has a number, and says whose it is.
  const isOne = curves.every(({ length }) => length === 1);
  const lines = runs.flatMap(({ label }, at) =>
    curves[at].map((curve) => ({
      name: [isOne ? '' : letterOf(at), label, curve.label].filter((word) => word !== '').join(' '),
      points: curve.points.map((record) => named(record, at)),
    })),
  );
  const merged: Results = {
    ...runs[0].results,
    name: runs.map(({ label }) => label).join(', '),
    runs: runs.flatMap(({ results }, at) => results.runs.map((run) => named(run, at))),
    aggregate: lines.flatMap(({ points }) => points),
    // What needs no network is of other data, perhaps.
    observations: [],
  };
  return axisFigure(merged, specOf(merged, measure), {
    ...alongParameters(lines),
    ...(isOne && { marks: runs.map((_, at) => letterOf(at)) }),
  });
}

/** A variant of one run must not be taken for that of another. */
function named<T extends { variant: string }>(record: T, run: number): T {
  return { ...record, variant: `${letterOf(run)} ${record.variant}` };
}

function specOf(results: Results, measure: MeasureName): AxisFigure {
  const name = 'compared';
  if (measure === 'accuracy') return { ...accuracyFigure(results, 'params', 'size'), name };
  if (measure === 'r2') return { ...r2Figure(results, 'params', 'size'), name };
  const errors = { ...errorFigure(results, 'params', 'size'), name };
  if (measure === 'loss') return errors;
  const words = { what: 'Final mean absolute error', axisTitle: 'mean absolute error' };
  return { ...errors, ...words, noun: 'MAE', measure: metricMeasure('mae') };
}

interface Line {
  name: string;
  points: AggregateRecord[];
}

function alongParameters(lines: readonly Line[]): Along {
  const records = lines.flatMap(({ points }) => points);
  const sizes = [...new Set(records.map(({ params }) => params))].sort((a, b) => a - b);
  const axis: SweepAxis = {
    name: 'run',
    kind: 'categories',
    values: lines.map(({ name }) => name),
    of: new Map(lines.flatMap(({ name, points }) => points.map(({ variant }) => [variant, name]))),
  };
  return {
    title: 'parameters',
    kind: 'logarithmic',
    values: sizes,
    labels: sizes.map(grouped),
    xOf: ({ params }) => params,
    others: [axis],
    lines: lines.map(({ name, points }) => ({ values: [name], points })),
    bySize: true,
  };
}
