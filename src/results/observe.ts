import type { SweepConfig } from '../config/types.js';
import { spread } from '../stats/spread.js';
import { lossName, lossNoun } from './loss-noun.js';
import { statisticOf } from './measured.js';
import { axes } from './observations/axis.js';
import { best } from './observations/best.js';
import { diagnostics } from './observations/diagnostics.js';
import { doubleDescent } from './observations/double-descent.js';
import { interpolation } from './observations/interpolation.js';
import { type Majority, metrics } from './observations/metric.js';
import { oneSeed } from './observations/one-seed.js';
import { outcome } from './observations/outcome.js';
import { referenceErrors, versusReferences } from './observations/references.js';
import { size } from './observations/size.js';
import { stopping } from './observations/stopping.js';
import { trained } from './observations/trained.js';
import { referenceLines } from './reference-lines.js';
import type { Observation, References, Results } from './schema.js';
import { type MeasuredPoint, measured, sizeCurves, tellsOfSize } from './size-curves.js';
import { comparesLosses } from './varied.js';

/**
 * What may be said about a sweep, in sentences with their numbers as evidence. Every sentence holds
 * for the results at hand, down to one network, no finished run or no reference at all.
 */
export function observe(
  results: Omit<Results, 'observations'>,
  references: readonly References[],
): Observation[] {
  const points: MeasuredPoint[] = measured(results.aggregate);
  const curves = sizeCurves(results).filter(tellsOfSize);
  const compares = comparesLosses(results);
  const lines = referenceLines(references);
  const loss = lossName(results.config);
  const noun = lossNoun(results);
  return [
    trained(results),
    outcome(results.runs),
    ...stopping(results.runs, (results.config as unknown as SweepConfig).training),
    ...curves.flatMap((curve) => size(curve, noun)),
    ...referenceErrors(lines, loss, references.length),
    ...versusReferences(lines, loss, points, results.aggregate.length),
    ...axes(results, noun, compares.loss),
    ...(compares.loss ? best(points, noun) : []),
    ...metrics(results, majorityOf(references, statisticOf(results))),
    ...(compares.loss && compares.data ? interpolation(results, points, lines) : []),
    ...doubleDescent(results, lines),
    ...diagnostics(results, noun),
    ...oneSeed(results),
  ];
}

/** Medians over the datasets, or means over folds. */
function majorityOf(
  references: readonly References[],
  statistic: 'mean' | 'median',
): Majority | undefined {
  const own = references.flatMap(({ majority }) => majority ?? []);
  if (own.length === 0) return undefined;
  const over = (set: 'train' | 'test') => spread(own.map((each) => each[set]))[statistic];
  return { train: over('train'), test: over('test') };
}
