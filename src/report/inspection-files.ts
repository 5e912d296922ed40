import { serialiseInspection } from '../inspect/serialise.js';
import type { Inspection } from '../inspect/types.js';
import type { Results } from '../results/schema.js';
import { decisionBoundary } from './figures/decision-boundary.js';
import { firstLayerFigure } from './figures/first-layer.js';
import { misreadFigure } from './figures/misread.js';
import { predictedVsTrue } from './figures/predicted-vs-true.js';

/** inspection.json and the figures drawn from it, by their paths: those that have something to show. */
export function inspectionFiles(
  results: Pick<Results, 'name'>,
  inspection: Inspection,
): [path: string, text: string][] {
  const figures = {
    'decision-boundary': decisionBoundary(results, inspection),
    'predicted-vs-true': predictedVsTrue(results, inspection),
    misread: misreadFigure(results, inspection),
    'first-layer': firstLayerFigure(results, inspection),
  };
  const drawn = Object.entries(figures).flatMap(([name, source]): [string, string][] =>
    source === undefined ? [] : [[`figures/${name}.svg`, source]],
  );
  return [['inspection.json', serialiseInspection(inspection)], ...drawn];
}
