import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal-quantile.js';
import { mulberry32 } from '../../src/random/mulberry32.js';
import { bootstrapInterval, bootstrapInterval2, meanBootstrap } from '../../src/stats/bootstrap.js';
import { meanInterval } from '../../src/stats/interval.js';
import { median } from '../../src/stats/quantile.js';
import { sampleOf } from '../../src/stats/sample.js';
import { estimateInterval, welchEstimate } from '../../src/stats/welch.js';

const mean = (sample: number[]) => sampleOf(sample).mean;

describe('bootstrapInterval', () => {
  it('is the same every time, another with another seed', () => {
    const values = [3.14, 1.59, 2.65, 3.58, 9.79, 3.23, 8.46, 2.64];
    const first = bootstrapInterval(values, mean);
    expect(bootstrapInterval(values, mean)).toEqual(first);
    expect(bootstrapInterval(values, mean, { seed: 2 })).not.toEqual(first);
    expect(values).toEqual([3.14, 1.59, 2.65, 3.58, 9.79, 3.23, 8.46, 2.64]);
  });

  it('of the mean of many values is that of Student', () => {
    const uniform = mulberry32(5);
    const values = Array.from({ length: 200 }, () => normalQuantile(uniform() || 1e-10));
    const [found, expected] = [
      bootstrapInterval(values, mean, { confidence: 0.9 }),
      meanInterval(sampleOf(values), 0.9),
    ];
    expect(Math.abs(found.low - expected.low)).toBeLessThan(0.02);
    expect(Math.abs(found.high - expected.high)).toBeLessThan(0.02);
  });

  it('widens with confidence and never leaves the values', () => {
    const values = [2, 3, 5, 7, 11, 13];
    const widths = [0.5, 0.8, 0.95].map((confidence) => {
      const { low, high } = bootstrapInterval(values, (sample) => median(sample)!, { confidence });
      expect(low).toBeGreaterThanOrEqual(2);
      expect(high).toBeLessThanOrEqual(13);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  it('of equal values is a point; of none it is refused', () => {
    expect(bootstrapInterval([4, 4, 4], mean)).toEqual({ low: 4, high: 4 });
    expect(() => bootstrapInterval([], mean)).toThrow(RangeError);
  });
});

describe('bootstrapInterval2', () => {
  const difference = (a: number[], b: number[]) => mean(b) - mean(a);

  it('of the difference of means of many values is that of Welch', () => {
    const uniform = mulberry32(7);
    const normal = (scale: number) => scale * normalQuantile(uniform() || 1e-10);
    const a = Array.from({ length: 150 }, () => normal(1));
    const b = Array.from({ length: 250 }, () => 1 + normal(3));
    const found = bootstrapInterval2(a, b, difference);
    const expected = estimateInterval(welchEstimate(sampleOf(a), sampleOf(b)));
    expect(Math.abs(found.low - expected.low)).toBeLessThan(0.05);
    expect(Math.abs(found.high - expected.high)).toBeLessThan(0.05);
  });

  it('is the same every time, and needs values of both', () => {
    const [a, b] = [
      [1, 2, 4],
      [3, 5],
    ];
    expect(bootstrapInterval2(a, b, difference)).toEqual(bootstrapInterval2(a, b, difference));
    expect(() => bootstrapInterval2([], b, difference)).toThrow(/found no values/);
  });
});

describe('meanBootstrap', () => {
  it('is bootstrapInterval of the mean, to the bit, list after list', () => {
    const uniform = mulberry32(7);
    for (const n of [1, 2, 10, 30]) {
      const interval = meanBootstrap(n);
      for (let repeat = 0; repeat < 3; repeat++) {
        const values = Array.from({ length: n }, () => uniform() * 1e3);
        expect(interval(values)).toEqual(bootstrapInterval(values, mean));
      }
    }
    const values = [1, 2, 4];
    const options = { confidence: 0.5, resamples: 99, seed: 3 };
    expect(meanBootstrap(3, options)(values)).toEqual(bootstrapInterval(values, mean, options));
  });

  it('refuses a list of nothing', () => {
    expect(() => meanBootstrap(0)).toThrow('found no values, expected at least one');
  });
});
