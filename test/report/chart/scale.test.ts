import { describe, expect, it } from 'vitest';
import { isPositive, linearScale, logScale } from '../../../src/report/chart/scale.js';

describe('logScale', () => {
  it('spans the positive values with air on both ends', () => {
    const scale = logScale([100, null, 0, -3, 1, Number.NaN], [0, 108]);
    expect(scale.low).toBeCloseTo(0.8318, 4);
    expect(scale.high).toBeCloseTo(120.23, 2);
    expect([scale(1), scale(10), scale(100)].map((x) => Number(x.toFixed(6)))).toEqual([
      4, 54, 104,
    ]);
  });

  it.each([
    { values: [], low: 0.1, high: 10 },
    { values: [0, null], low: 0.1, high: 10 },
    { values: [6], low: 2, high: 18 },
  ])('of $values is centred on something', ({ values, low, high }) => {
    const scale = logScale(values, [0, 100]);
    expect(scale.low).toBeLessThan(low);
    expect(scale.high).toBeGreaterThan(high);
  });

  it('stays finite at the ends of float64', () => {
    const scale = logScale([5e-324, 1.7e308], [0, 100]);
    expect(Number.isFinite(scale(5e-324))).toBe(true);
    expect(Number.isFinite(scale(1.7e308))).toBe(true);
  });
});

describe('linearScale', () => {
  it('has room even between equal ends', () => {
    expect(linearScale(0, 0, [0, 10])(1)).toBe(10);
    expect(linearScale(0, 4, [0, 10])(2)).toBe(5);
  });
});

describe('isPositive', () => {
  it('is what a logarithmic axis can hold', () => {
    const values = [1e-300, 0, -1, null, undefined, Number.NaN, Number.POSITIVE_INFINITY];
    expect(values.map(isPositive)).toEqual([true, false, false, false, false, false, false]);
  });
});
