import type { LossName } from '../config/types.js';
import { median } from '../stats/quantile.js';
import type { Observation, References } from './schema.js';

/** The errors of one reference predictor, as medians over the datasets. */
export interface ReferenceLine {
  train: number | null;
  test: number | null;
}

/** The reference predictors of a sweep; one that no dataset has is absent. */
export type ReferenceLines = { [name in ReferenceName]?: ReferenceLine };

export type ReferenceName = 'constant' | 'linear' | 'tangent';

export const REFERENCE_NAMES: readonly ReferenceName[] = ['constant', 'linear', 'tangent'];

/** How sentences and figures call them. Least squares are the best fit only by squared errors. */
export function referenceLabel(name: ReferenceName, loss: LossName): string {
  if (name === 'constant') return 'constant predictor';
  if (name === 'tangent') return 'tangent reference';
  return loss === 'mse' || loss === 'half-sse' ? 'best linear fit' : 'least-squares fit';
}

/** Medians over the datasets of a sweep. */
export function referenceLines(references: readonly References[]): ReferenceLines {
  const lines: ReferenceLines = {};
  for (const name of REFERENCE_NAMES) {
    const own = references.flatMap((reference) => reference[name] ?? []);
    if (own.length === 0) continue;
    lines[name] = {
      train: median(own.map((errors) => errors.train)),
      test: median(own.map((errors) => errors.test)),
    };
  }
  return lines;
}

/** The lines as results.json carries them: the evidence of the observation of kind `reference`. */
export function recordedLines(observations: readonly Observation[]): ReferenceLines {
  const recorded = observations.find((observation) => observation.kind === 'reference');
  return (recorded?.evidence ?? {}) as ReferenceLines;
}
