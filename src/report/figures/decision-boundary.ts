import type { Inspection } from '../../inspect/types.js';
import type { Results } from '../../results/schema.js';
import { classBoundaryFigure } from './class-boundary.js';
import { valueBoundaryFigure } from './value-boundary.js';

/** What a network of two inputs answers over their plane; undefined for other networks. */
export function decisionBoundary(
  { name }: Pick<Results, 'name'>,
  inspection: Inspection,
): string | undefined {
  const { boundary } = inspection;
  if (!boundary) return undefined;
  return boundary.kind === 'classes'
    ? classBoundaryFigure(name, inspection, boundary)
    : valueBoundaryFigure(name, inspection, boundary);
}
