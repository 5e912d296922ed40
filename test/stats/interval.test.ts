import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal-quantile.js';
import { mulberry32 } from '../../src/random/mulberry32.js';
import { meanInterval } from '../../src/stats/interval.js';
import { sampleOf } from '../../src/stats/sample.js';

describe('meanInterval', () => {
  // scipy.stats.t.interval(c, n − 1, loc=mean, scale=sem) of these ten.
  const TEN = sampleOf([4.1, 5.2, 3.9, 4.8, 5.0, 4.4, 4.7, 5.3, 4.0, 4.6]);

  it.each([
    [0.9, 4.313397940371101, 4.886602059628898],
    [0.95, 4.246318079747128, 4.953681920252872],
    [0.99, 4.0918973386293995, 5.1081026613706],
  ])('of confidence %d', (confidence, low, high) => {
    const found = meanInterval(TEN, confidence);
    expect(found.low).toBeCloseTo(low, 11);
    expect(found.high).toBeCloseTo(high, 11);
  });

  it('holds the true mean as often as it says', () => {
    const uniform = mulberry32(3);
    const draws = 4000;
    let held = 0;
    for (let i = 0; i < draws; i++) {
      const values = Array.from({ length: 5 }, () => 2 + normalQuantile(uniform() || 1e-10));
      const { low, high } = meanInterval(sampleOf(values));
      if (low <= 2 && high >= 2) held++;
    }
    expect(Math.abs(held / draws - 0.95)).toBeLessThan(0.012);
  });

  it('needs two values', () => {
    expect(() => meanInterval(sampleOf([1]))).toThrow(RangeError);
  });
});
