import { bestSettings, choosingSet, scoreOn } from '../../compare/best-settings.js';
import type { LabelledRun, MeasureName } from '../../compare/types.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { type SizeCurve, sizeCurves } from '../../results/size-curves.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { grouped } from '../../results/wording.js';
import { axisFigure } from '../axis-figure/draw.js';
import { MOST_LINES } from '../axis-figure/drawing.js';
import type { Along, AxisFigure } from '../axis-figure/spec.js';
import { errorFigure } from '../figures/error-vs-axis.js';
import { accuracyFigure, r2Figure } from '../figures/metric-vs-axis.js';
import { metricMeasure } from '../measure.js';
import { letterOf } from './words.js';

/**
 * What runs score against the number of parameters: a line a run, or a line for each of its settings where
 * they are few enough to be told apart; else each network with its best setting.
 */
export function overlayFigure(runs: readonly LabelledRun[], measure: MeasureName): string {
  const { curves, notes } = curvesOf(runs, measure);
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
  const spec = specOf(merged, measure);
  const noted = {
    ...spec,
    notes: (...left: Parameters<typeof spec.notes>) => [...notes, ...spec.notes(...left)],
  };
  return axisFigure(merged, noted, {
    ...alongParameters(lines),
    ...(isOne && { marks: runs.map((_, at) => letterOf(at)) }),
  });
}

/** The lines of every run. */
function curvesOf(
  runs: readonly LabelledRun[],
  measure: MeasureName,
): { curves: SizeCurve[][]; notes: string[] } {
  const curves = runs.map(({ results }) => sizeCurves(results));
  if (curves.flat().length <= MOST_LINES) return { curves, notes: [] };
  const by = choosingSet(runs.map(({ results }) => results));
  const best = runs.map(({ results }) => {
    const points = bestSettings(results, scoreOn(measure, by));
    return [{ label: '', points: points.sort((a, b) => a.params - b.params) }];
  });
  const note = `Of a network with several settings the best is drawn, by its median on the ${by} rows.`;
  return { curves: best, notes: [note] };
}

/** A variant of one run must not be taken for that of another. */
function named<T extends { variant: string }>(record: T, run: number): T {
  return { ...record, variant: `${letterOf(run)} ${record.variant}` };
}

/** Beside training losses of 1e-10 test losses would be flat. */
function specOf(results: Results, measure: MeasureName): AxisFigure {
  const name = 'compared';
  if (measure === 'accuracy') return { ...accuracyFigure(results, 'params', 'size'), name };
  if (measure === 'r2') return { ...r2Figure(results, 'params', 'size'), name };
  const errors = { ...errorFigure(results, 'params', 'size'), name, ownAxes: true };
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
