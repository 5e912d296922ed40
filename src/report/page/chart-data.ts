import { lossName } from '../../results/loss-noun.js';
import { metricsIn, type SetName, setsIn, statisticOf } from '../../results/measured.js';
import { REFERENCE_NAMES, recordedLines, referenceLabel } from '../../results/reference-lines.js';
import type { MetricName, Results, RunRecord } from '../../results/schema.js';
import { sweepAxes, variesInSize } from '../../results/sweep-axes.js';
import { comparesLosses } from '../../results/varied.js';
import { alongAxis, alongSize } from '../axis-figure/along.js';
import type { Along } from '../axis-figure/spec.js';
import { bestOnly } from '../best-variants.js';
import { colourPairs } from '../chart/palette.js';
import { floorNotes, lossFloor } from '../loss-floor.js';
import { LOSS, type Measure, metricMeasure } from '../measure.js';
import { sizeMarks } from '../size-marks.js';
import { variantLabels } from '../variant-labels.js';
import { lossWord } from '../words.js';
import { curvesOf, five, short, thinningOf } from './curve-data.js';
import type { PageAxis, PageData, PageMeasure } from './data.js';

/** More lines are one tangle: as loss-curves.svg. */
const MOST_CURVES = 24;
/** Numbers of single runs at their end. */
const MOST_FINALS = 30_000;

/**
 * What the charts of the page are drawn from.
 *
 * @param results of the variants that the page shows.
 * @param all of the sweep.
 */
export function pageData(results: Results, all: Results): PageData {
  const labels = variantLabels(results);
  const places = new Map(results.variants.map(({ id }, at) => [id, at]));
  const colours = colourPairs(results.variants.length, labels.isOrdered);
  const finished = new Map<string, number>();
  for (const { variant, status } of results.runs) {
    if (status === 'done') finished.set(variant, (finished.get(variant) ?? 0) + 1);
  }
  const { measures, note } = measuresOf(results, all, places);
  return {
    sets: setsIn(results),
    variants: results.aggregate.map(({ variant, params, seeds }, at) => ({
      id: variant,
      label: labels.of.get(variant) ?? variant,
      params,
      runs: seeds,
      finished: finished.get(variant) ?? 0,
      colours: colours[at],
    })),
    axes: axesOf(results, places),
    measures,
    epochs: { isLog: 'points' in ((results.config.evaluate as object | undefined) ?? {}), note },
  };
}

/** Size first, where variants differ in it; where nothing varies, size all the same. */
function axesOf(results: Results, places: ReadonlyMap<string, number>): PageAxis[] {
  const axes = sweepAxes(results);
  const isSized = variesInSize(results, axes) || axes.length === 0;
  const hyper = axes.filter(({ name }) => name !== 'params' && !(name === 'network' && isSized));
  return [
    ...(isSized ? [pageAxis(results, alongSize(results), places)] : []),
    ...hyper.map((axis) => pageAxis(results, alongAxis(results, axis), places)),
  ];
}

function pageAxis(
  results: Results,
  { title, kind, values, labels, xOf, lines, bySize }: Along,
  places: ReadonlyMap<string, number>,
): PageAxis {
  const at = results.aggregate.map((record) => {
    const value = xOf(record);
    if (value === undefined) return null;
    return kind === 'categories' ? values.indexOf(value) : Number(value);
  });
  return {
    title,
    kind,
    labels: kind === 'categories' ? labels : [],
    marks: bySize ? sizeMarks(results) : [],
    at,
    lines: lines.map(({ points }) => points.map(({ variant }) => places.get(variant)!)),
  };
}

const TITLES: Record<MetricName, string> = {
  accuracy: 'accuracy',
  mae: 'mean absolute error',
  r2: 'R²',
};

/** The loss, then the metrics; accuracy first where there are classes. */
function measuresOf(
  results: Results,
  sweep: Results,
  places: ReadonlyMap<string, number>,
): { measures: PageMeasure[]; note: string } {
  const names = metricsIn(results);
  const { shown, notes } = bestOnly(sweep, MOST_CURVES);
  const withCurves = names.includes('accuracy') ? 2 : 1;
  const thinning = thinningOf(shown.runs, withCurves);
  const runs = runsByVariant(results, places);
  const floor = lossFloor(sweep);
  const loss: PageMeasure = {
    ...finalsOf(results, LOSS, runs),
    title: `loss (${lossWord(results)})`,
    isShare: false,
    isLog: true,
    ...(floor > 0 && { floor }),
    statistic: 'median',
    references: lossReferences(results),
    curves: curvesOf(shown, LOSS, places, thinning),
  };
  const metrics = names.map((name): PageMeasure => {
    const statistic = statisticOf(results);
    const measure = metricMeasure(name, statistic);
    return {
      ...finalsOf(results, measure, runs),
      title: TITLES[name],
      isShare: name === 'accuracy',
      isLog: name === 'mae',
      statistic,
      references: [],
      ...(name === 'accuracy' && { curves: curvesOf(shown, measure, places, thinning) }),
    };
  });
  const note = [...notes, ...floorNotes(floor, sweep), thinning.note]
    .filter((sentence) => sentence !== '')
    .join(' ');
  const all = [loss, ...metrics];
  if (metrics[0]?.isShare) all.splice(0, 2, metrics[0], loss);
  return { measures: all, note };
}

function runsByVariant(
  { runs, aggregate }: Results,
  places: ReadonlyMap<string, number>,
): RunRecord[][] {
  const own: RunRecord[][] = aggregate.map(() => []);
  for (const run of runs) own[places.get(run.variant)!]?.push(run);
  return own;
}

function finalsOf(
  results: Results,
  measure: Measure,
  runs: readonly (readonly RunRecord[])[],
): Pick<PageMeasure, 'finals' | 'runs'> {
  const sets = setsIn(results);
  const finals = sets.map((set): [SetName, PageMeasure['finals'][SetName]] => [
    set,
    results.aggregate.map((record) => {
      const spread = measure.spreads(record)?.[set];
      return spread === undefined ? [] : five(spread);
    }),
  ]);
  const isMany = results.runs.length * sets.length > MOST_FINALS;
  const single = sets.map((set): [SetName, (number | null)[][]] => [
    set,
    runs.map((own) =>
      own.filter(({ status }) => status === 'done').map((run) => short(measure.final(run)?.[set])),
    ),
  ]);
  return {
    finals: Object.fromEntries(finals),
    ...(!isMany && { runs: Object.fromEntries(single) }),
  };
}

/** Of several kinds of data or loss there are no common predictors. */
function lossReferences(results: Results): PageMeasure['references'] {
  const compares = comparesLosses(results);
  if (!compares.loss || !compares.data) return [];
  const lines = recordedLines(results.observations);
  const loss = lossName(results.config);
  return REFERENCE_NAMES.flatMap((name) =>
    (['train', 'test'] as const).flatMap((set) => {
      const value = short(lines[name]?.[set]);
      return value === null ? [] : [{ set, label: referenceLabel(name, loss), value }];
    }),
  );
}
