import { foldsIn } from '../measured.js';
import type { Observation, Results } from '../schema.js';

/** The warning that a single draw carries no weight: with one seed, or one finished run each. */
export function oneSeed(results: Omit<Results, 'observations'>): Observation[] {
  const seeds = new Set(results.runs.map((run) => run.seed)).size;
  const finished = results.variants.map(
    (variant) =>
      results.runs.filter((run) => run.variant === variant.id && run.status === 'done').length,
  );
  const most = finished.reduce((a, b) => Math.max(a, b), 0);
  if (seeds > 1 && most !== 1) return [];
  const text =
    seeds > 1
      ? 'No network has more than one finished run: one seed proves nothing.'
      : foldsIn(results) > 1
        ? 'All folds are those of one seed: other folds and initial weights may say something else.'
        : 'One seed proves nothing: other data and other initial weights may say something else.';
  return [{ kind: 'one-seed', text, evidence: { seeds, finishedPerNetwork: most } }];
}
