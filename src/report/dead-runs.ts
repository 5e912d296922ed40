import { recordedLines } from '../results/reference-lines.js';
import type { Results, RunRecord } from '../results/schema.js';

/**
 * Runs that finished and learned nothing: their training loss is no lower than that of the constant
 * predictor. Units that no sample activates are the usual cause, or too little training.
 *
 * @returns whether a run is one; never where no constant predictor is known.
 */
export function deadRuns({
  observations,
}: Pick<Results, 'observations'>): (run: RunRecord) => boolean {
  const constant = recordedLines(observations).constant?.train;
  if (typeof constant !== 'number') return () => false;
  return ({ status, final }) =>
    status === 'done' && typeof final?.train === 'number' && final.train >= constant;
}

/** What the word means, where it is used. */
export function deadNotes(results: Results): string[] {
  const dead = results.runs.filter(deadRuns(results)).length;
  return dead === 0
    ? []
    : ['Dead: finished, and no better on the training rows than the constant predictor.'];
}
