import { metricsIn, statisticOf } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { comparesLosses } from '../../results/varied.js';
import { figure, percent } from '../../results/wording.js';
import { alongAxis, alongSize } from '../axis-figure/along.js';
import { axisFigure } from '../axis-figure/draw.js';
import type { AxisFigure, ReferenceMark } from '../axis-figure/spec.js';
import { axisTitle } from '../axis-words.js';
import { linearScale } from '../chart/scale.js';
import { linearTicks, withMinus } from '../chart/ticks.js';
import { metricMeasure } from '../measure.js';
import { shareAxis } from '../share-axis.js';
import { hiddenNotes } from '../words.js';

/** Accuracy of each network against its number of parameters, beside the most frequent class. */
export function accuracyVsParams(results: Results): string {
  return axisFigure(results, accuracyFigure(results, 'params', 'size'), alongSize(results));
}

/** Accuracy of every set against a hyper-parameter. */
export function accuracyVsAxis(results: Results, axis: SweepAxis, stem: string): string {
  const spec = accuracyFigure(results, stem, axisTitle(axis));
  return axisFigure(results, spec, alongAxis(results, axis));
}

/** Of accuracies; `stem` ends the name of the file. */
export function accuracyFigure(results: Results, stem: string, title: string): AxisFigure {
  return {
    name: `accuracy-vs-${stem}`,
    title: `Accuracy against ${title}`,
    what: 'Final share of samples answered rightly',
    noun: 'accuracy',
    sign: 1,
    measure: metricMeasure('accuracy', statisticOf(results)),
    statistic: statisticOf(results),
    write: percent,
    references: comparesLosses(results).data ? majorityMarks(results) : [],
    axis: (values, _, range) => shareAxis(values, range, 6),
    axisTitle: 'accuracy',
    narrow: true,
    notes: (_, hidden) =>
      hidden.length === 0
        ? []
        : [`Below the axis: ${hidden.map(({ label }) => label).join('; ')}.`],
  };
}

/** Below it a network is so far from its targets that R² says no more. */
const LEAST_R2 = -0.5;

/** R² of each network against its number of parameters. */
export function r2VsParams(results: Results): string {
  return axisFigure(results, r2Figure(results, 'params', 'size'), alongSize(results));
}

/** R² of every set against a hyper-parameter. */
export function r2VsAxis(results: Results, axis: SweepAxis, stem: string): string {
  const spec = r2Figure(results, stem, axisTitle(axis));
  return axisFigure(results, spec, alongAxis(results, axis));
}

/** Of R²; `stem` ends the name of the file. */
export function r2Figure(results: Results, stem: string, title: string): AxisFigure {
  return {
    name: `r2-vs-${stem}`,
    title: `Explained variance against ${title}`,
    what: 'Final R² (0: no better than the mean of the set, 1: exact)',
    noun: 'R²',
    sign: 1,
    measure: metricMeasure('r2', statisticOf(results)),
    statistic: statisticOf(results),
    write: figure,
    references: [],
    axis: (values, _, range) => {
      const least = Math.min(0, ...values.filter((value): value is number => value !== null));
      const y = linearScale(Math.max(LEAST_R2, Math.floor(10 * least) / 10), 1, range);
      return { y, ticks: linearTicks(y.low, 1, 8).map(withMinus) };
    },
    axisTitle: 'R²',
    narrow: true,
    notes: (dropped) => hiddenNotes(dropped, 'R²', LEAST_R2),
  };
}

/** Where targets are quantities and some network explains part of the test set. */
export function isR2Informative(results: Results): boolean {
  if (!metricsIn(results).includes('r2')) return false;
  return results.aggregate.some(({ metrics }) => (metrics.r2?.test.median ?? 0) > 0);
}

function majorityMarks({ observations }: Results): ReferenceMark[] {
  const accuracy = observations.find(({ kind }) => kind === 'accuracy');
  const majority = accuracy?.evidence.majority as
    | Partial<Record<string, number | null>>
    | undefined;
  return (['train', 'test'] as const).flatMap((set) => {
    const value = majority?.[set];
    if (value === undefined || value === null) return [];
    return [{ set, value, label: `most frequent class, ${set} ${percent(value)}` }];
  });
}
