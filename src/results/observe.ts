import { best } from './observations/best.js';
import { doubleDescent } from './observations/double-descent.js';
import { interpolation } from './observations/interpolation.js';
import { oneSeed } from './observations/one-seed.js';
import { outcome } from './observations/outcome.js';
import { referenceErrors, versusReferences } from './observations/references.js';
import { size } from './observations/size.js';
import { trained } from './observations/trained.js';
import { referenceLines } from './reference-lines.js';
import type { Observation, References, Results } from './schema.js';
import { type MeasuredPoint, measured, sizeCurves } from './size-curves.js';

/**
 * What may be said about a sweep, in sentences with their numbers as evidence. Every sentence holds
 * for the results at hand, down to one network, no finished run or no reference at all.
 */
export function observe(
  results: Omit<Results, 'observations'>,
  references: readonly References[],
): Observation[] {
  const points: MeasuredPoint[] = measured(results.aggregate);
  const curves = sizeCurves(results);
  const lines = referenceLines(references);
  const interpolated = interpolation(results.config, points, lines);
  return [
    trained(results),
    outcome(results.runs),
    ...curves.flatMap((curve) => size(curve)),
    ...referenceErrors(lines, references.length),
    ...versusReferences(lines, points, results.aggregate.length),
    ...best(points),
    ...interpolated.observations,
    ...curves.map((curve) => doubleDescent(curve, interpolated.networks)),
    ...oneSeed(results),
  ];
}
