import { metricsIn } from '../results/measured.js';
import type { Results } from '../results/schema.js';
import { scoreOf } from '../results/score.js';
import { type SweepAxis, sweepAxes, variesInSize } from '../results/sweep-axes.js';
import { comparesLosses } from '../results/varied.js';
import { capital } from '../results/wording.js';
import { alongAxis, alongSize } from './axis-figure/along.js';
import type { Along } from './axis-figure/spec.js';
import { axisStems, axisTitle, axisTitles } from './axis-words.js';
import { diagnosticFigures } from './figures/diagnostics.js';
import { epochMap, hasEpochMap } from './figures/epoch-map.js';
import { errorVsAxis, errorVsParams } from './figures/error-vs-axis.js';
import { heatMap } from './figures/heat-map.js';
import {
  accuracyVsAxis,
  accuracyVsParams,
  isR2Informative,
  r2VsAxis,
  r2VsParams,
} from './figures/metric-vs-axis.js';
import { parallel } from './figures/parallel.js';
import { pairsOf } from './pairs.js';

/** A figure as a file. */
export interface FigureFile {
  path: string;
  /** What it shows, for those who do not see it. */
  title: string;
  source: string;
}

/**
 * What is measured against everything that varies: against size where networks differ in it, against
 * each hyper-parameter, over the pairs of axes, and over all of them where they are more than two. The
 * loss where all variants have the same one, R² where it says something, accuracy where there are
 * classes.
 */
export function axisFigures(results: Results): FigureFile[] {
  const axes = sweepAxes(results);
  const all = comparesLosses(results).loss ? [ERROR] : [];
  if (isR2Informative(results)) all.push(R2);
  if (metricsIn(results).includes('accuracy')) all.push(ACCURACY);
  return [
    ...[...all, ...diagnosticFigures(results)].flatMap((measured) =>
      against(results, axes, measured),
    ),
    ...heatMaps(results, axes),
    ...(hasEpochMap(results) ? [epochMapFile(results)] : []),
    ...(axes.length > 2 ? [parallelFile(results, axes)] : []),
  ];
}

/** A figure of one measure, against size or an axis. */
export interface Measured {
  stem: string;
  word: string;
  /** More lines than that are not drawn: of most measures the best ones are. */
  mostLines?: number;
  bySize(results: Results): string;
  byAxis(results: Results, axis: SweepAxis, stem: string): string;
}

const ERROR: Measured = {
  stem: 'error',
  word: 'Error',
  bySize: errorVsParams,
  byAxis: errorVsAxis,
};
const R2: Measured = { stem: 'r2', word: 'R²', bySize: r2VsParams, byAxis: r2VsAxis };
const ACCURACY: Measured = {
  stem: 'accuracy',
  word: 'Accuracy',
  bySize: accuracyVsParams,
  byAxis: accuracyVsAxis,
};

function against(
  results: Results,
  axes: readonly SweepAxis[],
  { stem: measure, word, mostLines = Number.POSITIVE_INFINITY, bySize, byAxis }: Measured,
): FigureFile[] {
  const isSized = variesInSize(results, axes);
  const fits = ({ lines }: Along) => lines.length <= mostLines;
  const hyper = axes.filter(({ name }) => name !== 'params' && !(name === 'network' && isSized));
  const stems = axisStems(hyper);
  const sized = (): FigureFile => ({
    path: `figures/${measure}-vs-params.svg`,
    title: `${word} against the number of parameters`,
    source: bySize(results),
  });
  const drawn = hyper.filter((axis) => fits(alongAxis(results, axis)));
  const others = drawn.map((axis): FigureFile => {
    const stem = stems.get(axis.name)!;
    return {
      path: `figures/${measure}-vs-${stem}.svg`,
      title: `${word} against ${axisTitle(axis)}`,
      source: byAxis(results, axis, stem),
    };
  });
  return isSized && fits(alongSize(results)) ? [sized(), ...others] : others;
}

function heatMaps(results: Results, axes: readonly SweepAxis[]): FigureFile[] {
  const stems = axisStems(axes);
  const { noun, shown } = scoreOf(results);
  return pairsOf(results, axes).map((pair): FigureFile => {
    const stem = pair.map(({ name }) => stems.get(name)).join('-');
    const others = axes.filter((axis) => !pair.includes(axis));
    return {
      path: `figures/heat-${stem}.svg`,
      title: capital(`${shown} ${noun} over ${axisTitles(pair)}`),
      source: heatMap(results, pair, others, stem),
    };
  });
}

function epochMapFile(results: Results): FigureFile {
  return {
    path: 'figures/epoch-map.svg',
    title: 'Test error over epochs and size',
    source: epochMap(results),
  };
}

function parallelFile(results: Results, axes: readonly SweepAxis[]): FigureFile {
  return {
    path: 'figures/parallel.svg',
    title: `Every variant as a line across ${axisTitles(axes)}`,
    source: parallel(results),
  };
}
