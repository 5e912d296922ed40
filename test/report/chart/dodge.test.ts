import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dodge } from '../../../src/report/chart/dodge.js';

describe('dodge', () => {
  it('leaves labels alone that are far enough apart', () => {
    expect(dodge([10, 50, 30], 10, 0, 100)).toEqual([10, 50, 30]);
  });

  it('spreads close ones around their middle', () => {
    expect(dodge([50, 50], 10, 0, 100)).toEqual([45, 55]);
  });

  it('keeps them inside', () => {
    expect(dodge([0, 1, 2], 10, 0, 100)).toEqual([0, 10, 20]);
    expect(dodge([100, 99], 10, 0, 100)).toEqual([100, 90]);
  });

  it('gives up when they do not fit', () => {
    expect(dodge([1, 2, 3], 60, 0, 100)).toBeNull();
    expect(dodge([], 60, 0, 100)).toEqual([]);
  });

  it('always keeps the gap, the order and the bounds', () => {
    const wishes = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 10 });
    fc.assert(
      fc.property(wishes, (wished) => {
        const placed = dodge(wished, 10, 0, 100)!;
        const order = wished.map((_, at) => at).sort((a, b) => wished[a] - wished[b] || a - b);
        order.forEach((at, rank) => {
          expect(placed[at]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[at]).toBeLessThanOrEqual(100 + 1e-9);
          if (rank > 0) expect(placed[at] - placed[order[rank - 1]]).toBeGreaterThan(10 - 1e-9);
        });
      }),
    );
  });
});
