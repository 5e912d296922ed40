import { describe, expect, it } from 'vitest';
import { choosingSeeds, SPLITS, seedSplits } from '../../src/verdict/splits.js';

describe('seedSplits', () => {
  it('lets three tenths choose, and at least two', () => {
    expect([5, 6, 8, 9, 10, 12, 15, 30].map(choosingSeeds)).toEqual([2, 2, 2, 3, 3, 4, 5, 9]);
  });

  it('is the shuffle of the definition', () => {
    // From an implementation in Python: mulberry32(1), Fisher-Yates from the top, twice.
    const [first, second] = seedSplits(6);
    expect([...first.choosing, ...first.judging]).toEqual(EXPECTED[0]);
    expect([...second.choosing, ...second.judging]).toEqual(EXPECTED[1]);
  });

  it('has 101 of them, each with every seed once', () => {
    const splits = [...seedSplits(10)];
    expect(splits).toHaveLength(SPLITS);
    for (const { choosing, judging } of splits) {
      expect(choosing).toHaveLength(3);
      expect([...choosing, ...judging].sort((a, b) => a - b)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
    }
    expect(new Set(splits.map(({ choosing }) => choosing.join())).size).toBeGreaterThan(90);
  });
});

const EXPECTED = [
  [4, 1, 5, 2, 0, 3],
  [0, 4, 5, 2, 3, 1],
];
