import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/stats/spread.js';

describe('spread', () => {
  it('gives median, quartiles, mean and extremes', () => {
    expect(spread([4, 1, 3, 2])).toEqual({
      median: 2.5,
      q1: 1.75,
      q3: 3.25,
      mean: 2.5,
      low: 1,
      high: 4,
    });
  });

  it('is over the finite values', () => {
    expect(spread([null, 5, Number.POSITIVE_INFINITY, Number.NaN])).toEqual({
      median: 5,
      q1: 5,
      q3: 5,
      mean: 5,
      low: 5,
      high: 5,
    });
  });

  it('is null throughout when nothing is finite', () => {
    expect(new Set(Object.values(spread([null, Number.NaN])))).toEqual(new Set([null]));
  });

  it('does not disturb its argument', () => {
    const values = [3, 1, 2];
    spread(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('orders low ≤ q1 ≤ median ≤ q3 ≤ high', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const { low, q1, median, q3, high } = spread(values);
        const order = [low, q1, median, q3, high];
        expect([...order].sort((a, b) => a! - b!)).toEqual(order);
      }),
    );
  });
});
