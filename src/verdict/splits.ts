import { mulberry32 } from '../random/mulberry32.js';

const SPLITS = 101;
const SEED = 1;

/** Seeds, in two parts: those that choose where to look, and those that judge what is there. */
export interface SeedSplit {
  choosing: Uint32Array;
  judging: Uint32Array;
}

/** How many of the seeds choose. */
export function choosingSeeds(seeds: number): number {
  return Math.max(2, Math.floor(0.3 * seeds + 0.5));
}

/**
 * The 101 random splits of so many seeds, from one stream, so that they are always the same: a
 * shuffle by Fisher and Yates from the top for each.
 */
export function seedSplits(seeds: number): SeedSplit[] {
  const uniform = mulberry32(SEED);
  const choosing = choosingSeeds(seeds);
  return Array.from({ length: SPLITS }, () => {
    const order = Uint32Array.from({ length: seeds }, (_, seed) => seed);
    for (let i = seeds - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return { choosing: order.subarray(0, choosing), judging: order.subarray(choosing) };
  });
}
