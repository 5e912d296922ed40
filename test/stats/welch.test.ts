import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { meanInterval } from '../../src/stats/interval.js';
import { sampleOf } from '../../src/stats/sample.js';
import {
  estimateInterval,
  pairedEstimate,
  twoSidedP,
  welchEstimate,
} from '../../src/stats/welch.js';

const X = [27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4];
const Y = [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4];

/** By scipy.stats.ttest_ind(b, a, equal_var=False) of SciPy 1.17.1. */
const CASES = [
  [X, Y, 0.008071938172194903, 27.88730398842012, 0.7986439248746979, 4.868022741791966],
  [
    [30.02, 29.99, 30.11, 29.97, 30.01, 29.99],
    [29.89, 29.93, 29.72, 29.98, 30.02, 29.98],
    0.09077332428566112,
    7.030559959884322,
    -0.20956908964604493,
    0.01956908964604008,
  ],
  [
    [3, 4, 1, 2.1],
    [490.2, 340, 433.9],
    0.010751561149784488,
    2.0008523488562844,
    230.40135134335262,
    607.2819819899806,
  ],
] as const;

describe('two samples', () => {
  test.each(CASES)('%j and %j', (a, b, p, freedom, low, high) => {
    const estimate = welchEstimate(sampleOf(a), sampleOf(b));
    expect(estimate.freedom).toBeCloseTo(freedom, 10);
    expect(twoSidedP(estimate)).toBeCloseTo(p, 12);
    const interval = estimateInterval(estimate);
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it('turned round are the same, the other way', () => {
    const [a, b] = [
      welchEstimate(sampleOf(X), sampleOf(Y)),
      welchEstimate(sampleOf(Y), sampleOf(X)),
    ];
    expect(b.difference).toBe(-a.difference);
    expect(twoSidedP(b)).toBe(twoSidedP(a));
    expect(estimateInterval(b).low).toBe(-estimateInterval(a).high);
  });

  it('that do not scatter differ surely, or not at all', () => {
    const same = (value: number) => sampleOf([value, value, value]);
    expect(twoSidedP(welchEstimate(same(1), same(2)))).toBe(0);
    expect(twoSidedP(welchEstimate(same(1), same(1)))).toBe(1);
    expect(estimateInterval(welchEstimate(same(1), same(2)))).toEqual({ low: 1, high: 1 });
  });

  it('need two values each', () => {
    expect(() => welchEstimate(sampleOf([1]), sampleOf([1, 2]))).toThrow(/at least two of each/);
    expect(() => pairedEstimate(sampleOf([1]))).toThrow(/at least two/);
  });
});

describe('pairs', () => {
  it('have the p and the interval of SciPy', () => {
    const estimate = pairedEstimate(sampleOf(X.map((x, i) => Y[i] - x)));
    expect(twoSidedP(estimate)).toBeCloseTo(0.006179872550863293, 12);
    const { low, high } = estimateInterval(estimate);
    expect([low, high]).toEqual([
      expect.closeTo(0.9456347886223859, 9),
      expect.closeTo(4.721031878044281, 9),
    ]);
  });

  it('have the interval of a mean', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(values, (differences) => {
        const sample = sampleOf(differences);
        const [found, expected] = [estimateInterval(pairedEstimate(sample)), meanInterval(sample)];
        const size = 1e-14 * (Math.abs(expected.low) + Math.abs(expected.high));
        expect(Math.abs(found.low - expected.low)).toBeLessThanOrEqual(size);
        expect(Math.abs(found.high - expected.high)).toBeLessThanOrEqual(size);
      }),
    );
  });
});
