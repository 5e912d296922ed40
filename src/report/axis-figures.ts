import { metricsIn } from '../results/measured.js';
import type { Results } from '../results/schema.js';
import { type SweepAxis, sweepAxes, variesInSize } from '../results/sweep-axes.js';
import { comparesLosses } from '../results/varied.js';
import { axisStems } from './axis-words.js';
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

type File = [path: string, source: string];

/**
 * What is measured against everything that varies: the loss against size, then against each
 * hyper-parameter, where losses are of one kind; R² where it says something, accuracy where there are
 * classes.
 */
export function axisFigures(results: Results): File[] {
  const axes = sweepAxes(results);
  const sized = variesInSize(results, axes);
  const hyper = axes.filter(({ name }) => name !== 'params' && !(name === 'network' && sized));
  const stems = axisStems(hyper);
  const files = (measure: string, bySize: BySize, byAxis: ByAxis): File[] => [
    ...(sized ? [[`figures/${measure}-vs-params.svg`, bySize(results)] as File] : []),
    ...hyper.map((axis): File => {
      const stem = stems.get(axis.name)!;
      return [`figures/${measure}-vs-${stem}.svg`, byAxis(results, axis, stem)];
    }),
  ];
  return [
    ...(comparesLosses(results).loss ? files('error', errorVsParams, errorVsAxis) : []),
    ...(isR2Informative(results) ? files('r2', r2VsParams, r2VsAxis) : []),
    ...(metricsIn(results).includes('accuracy')
      ? files('accuracy', accuracyVsParams, accuracyVsAxis)
      : []),
    ...heatMaps(results, axes),
    ...(axes.length > 2 ? [['figures/parallel.svg', parallel(results)] as File] : []),
  ];
}

function heatMaps(results: Results, axes: readonly SweepAxis[]): File[] {
  const stems = axisStems(axes);
  return pairsOf(results, axes).map(([a, b]): File => {
    const stem = `${stems.get(a.name)}-${stems.get(b.name)}`;
    const others = axes.filter((axis) => axis !== a && axis !== b);
    return [`figures/heat-${stem}.svg`, heatMap(results, [a, b], others, stem)];
  });
}

type BySize = (results: Results) => string;
type ByAxis = (results: Results, axis: SweepAxis, stem: string) => string;
