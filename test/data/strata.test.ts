import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestedShares, type Strata, shares } from '../../src/data/strata.js';

const strata = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  .map((counts): Strata => new Map(counts.map((rows, i) => [11 - i, rows])));
const total = (parts: Strata) => [...parts.values()].reduce((sum, rows) => sum + rows, 0);

describe.each([
  ['shares', shares],
  ['nestedShares', nestedShares],
])('%s', (_, divide) => {
  it('are whole, add up, and lie within one of the proportion', () => {
    fc.assert(
      fc.property(strata, fc.nat(), (rows, size) => {
        const count = size % (total(rows) + 1);
        const parts = divide(rows, count);
        expect(total(parts)).toBe(count);
        for (const [label, all] of rows) {
          const part = parts.get(label)!;
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (all * count) / total(rows))).toBeLessThan(1);
          expect(part).toBeLessThanOrEqual(all);
        }
      }),
    );
  });
});

/** The labels of classes that lose a row by one row more. */
function losers(divide: typeof shares, rows: Strata): number[] {
  const all = Array.from({ length: total(rows) + 1 }, (_, count) => divide(rows, count));
  return all.flatMap((parts, count) =>
    [...parts.keys()].filter((label) => parts.get(label)! < (all[count - 1]?.get(label) ?? 0)),
  );
}

describe('nestedShares', () => {
  it('take from no class by a larger count', () => {
    fc.assert(fc.property(strata, (rows) => losers(nestedShares, rows).length === 0));
  });

  it('are not the largest remainders, which do', () => {
    const rows: Strata = new Map([1, 3, 5, 5, 5].map((count, label) => [label, count]));
    expect(losers(shares, rows)).not.toEqual([]);
  });

  it('begin with the largest class, the lower one among equals', () => {
    const rows: Strata = new Map([5, 5, 3].map((count, i) => [2 - i, count]));
    const parts = Array.from({ length: 5 }, (_, count) => nestedShares(rows, count));
    expect(parts.map((each) => [0, 1, 2].map((label) => each.get(label)))).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
      [1, 1, 1],
      [1, 2, 1],
    ]);
  });
});
