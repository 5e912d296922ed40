import type { Inspection } from '../inspect/types.js';
import type { Results } from '../results/schema.js';
import { decisionBoundary } from './figures/decision-boundary.js';
import { firstLayerFigure } from './figures/first-layer.js';
import { misreadFigure } from './figures/misread.js';
import { predictedVsTrue } from './figures/predicted-vs-true.js';

/** Figures that look inside the best network, by their paths: those that have something to show. */
export function inspectionFigures(
  results: Pick<Results, 'name'>,
  inspection: Inspection,
): [path: string, source: string][] {
  const figures = {
    'decision-boundary': decisionBoundary(results, inspection),
    'predicted-vs-true': predictedVsTrue(results, inspection),
    misread: misreadFigure(results, inspection),
    'first-layer': firstLayerFigure(results, inspection),
  };
  return Object.entries(figures).flatMap(([name, source]) =>
    source === undefined ? [] : [[`figures/${name}.svg`, source] as [string, string]],
  );
}
