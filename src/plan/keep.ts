import { countParameters } from './network.js';
import type { Plan } from './plan.js';

/** What of the trained networks can be kept. */
export const KEEPS: readonly Keep[] = ['representative', 'all', 'none'];

/**
 * Which trained networks are there when a sweep has ended: of every variant that of its first seed
 * (and fold), all of them, or none.
 */
export type Keep = 'representative' | 'all' | 'none';

/** Bytes for representatives: what nobody asked for must not keep a sweep from running. */
const MOST_BYTES = 1 << 29;

/** Trial numbers. Of representatives the first ones, as long as they take at most 512 MiB. */
export function keptTrials({ variants, trials }: Plan, keep: Keep): ReadonlySet<number> {
  if (keep === 'none') return new Set();
  if (keep === 'all') return new Set(trials.map(({ index }) => index));
  const first = new Map<number, number>();
  for (const { index, variant } of trials) if (!first.has(variant)) first.set(variant, index);
  const kept = new Set<number>();
  let bytes = 0;
  for (const [variant, trial] of first) {
    bytes += 4 * countParameters(variants[variant].network);
    if (bytes > MOST_BYTES) break;
    kept.add(trial);
  }
  return kept;
}
