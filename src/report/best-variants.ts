import { SET_WORDS } from '../results/measured.js';
import type { Results } from '../results/schema.js';
import { ranked, type Score, scoreOf } from '../results/score.js';
import { sizeAxis, sweepAxes } from '../results/sweep-axes.js';
import { grouped } from '../results/wording.js';

/** `median test loss`: what the best have least, or most, of. */
export function scoreWords({ statistic, by, noun }: Score): string {
  return `${statistic} ${SET_WORDS[by]} ${noun}`;
}

/**
 * The results of the best variants alone, best first, where more than `most` vary in more than size;
 * and what to say of it.
 */
export function bestOnly(results: Results, most: number): { shown: Results; notes: string[] } {
  const axes = sweepAxes(results);
  const count = results.variants.length;
  const bySize = axes.length === 1 && sizeAxis(axes) !== undefined;
  if (count <= most || axes.length === 0 || bySize) return { shown: results, notes: [] };
  const score = scoreOf(results);
  const best = ranked(results.aggregate, score).slice(0, most);
  const places = new Map(best.map(({ variant }, at) => [variant, at]));
  const kept = (id: string) => places.has(id);
  const note = `The ${most} best of ${grouped(count)} variants by ${scoreWords(score)}, best first; variants.csv has all.`;
  return {
    shown: {
      ...results,
      variants: results.variants
        .filter(({ id }) => kept(id))
        .sort((a, b) => places.get(a.id)! - places.get(b.id)!),
      runs: results.runs.filter(({ variant }) => kept(variant)),
      aggregate: best,
    },
    notes: [note],
  };
}
