import { mulberry32 } from '../random/mulberry32.js';

/** Odd: a median over them is one of them. */
export const SPLITS = 101;
const SEED = 1;

/** Seeds, in two parts: those that choose where to look, and those that judge what is there. */
export interface SeedSplit {
  choosing: number[];
  judging: number[];
}

/** How many of the seeds choose. */
export function choosingSeeds(seeds: number): number {
  return Math.max(2, Math.floor(0.3 * seeds + 0.5));
}

/**
 * The 101 random splits of so many seeds, from one stream, so that they are always the same: a
 * shuffle by Fisher and Yates from the top for each.
 */
export function* seedSplits(seeds: number): Generator<SeedSplit> {
  const uniform = mulberry32(SEED);
  const choosing = choosingSeeds(seeds);
  for (let split = 0; split < SPLITS; split++) {
    const order: number[] = [];
    for (let seed = 0; seed < seeds; seed++) order[seed] = seed;
    for (let i = seeds - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1));
      const seed = order[i];
      order[i] = order[j];
      order[j] = seed;
    }
    yield { choosing: order.slice(0, choosing), judging: order.slice(choosing) };
  }
}
