import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finiteAscending, median, quantile } from '../../src/stats/quantile.js';

describe('quantile', () => {
  // numpy.quantile(values, p), which R calls type 7.
  it.each([
    { values: [7], p: 0.25, expected: 7 },
    { values: [1, 2], p: 0.5, expected: 1.5 },
    { values: [1, 2, 3, 4], p: 0.25, expected: 1.75 },
    { values: [1, 2, 3, 4], p: 0.75, expected: 3.25 },
    { values: [1, 2, 4, 8, 16], p: 0.25, expected: 2 },
    { values: [15, 20, 35, 40, 50], p: 0.4, expected: 29 },
    { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], p: 0.25, expected: 3.25 },
  ])('of $values at $p is $expected', ({ values, p, expected }) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('is the extremes at 0 and 1', () => {
    expect(quantile([3, 5, 9], 0)).toBe(3);
    expect(quantile([3, 5, 9], 1)).toBe(9);
  });

  it('refuses an empty list and a p outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });

  it('lies between its neighbours and grows with p', () => {
    const ascending = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(ascending, share, share, (values, p, q) => {
        const sorted = finiteAscending(values);
        const [low, high] = [quantile(sorted, Math.min(p, q)), quantile(sorted, Math.max(p, q))];
        const slack = 1e-9 * Math.max(...sorted.map(Math.abs));
        expect(low).toBeLessThanOrEqual(high + slack);
        expect(low).toBeGreaterThanOrEqual(sorted[0] - slack);
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1] + slack);
      }),
    );
  });
});

describe('median', () => {
  it('sorts, and leaves out what is not finite', () => {
    expect(median([9, null, 1, Number.NaN, 5, Number.POSITIVE_INFINITY])).toBe(5);
    expect(median([4, 1])).toBe(2.5);
  });

  it('is null when nothing is finite', () => {
    expect(median([])).toBeNull();
    expect(median([null, Number.NaN])).toBeNull();
  });
});
