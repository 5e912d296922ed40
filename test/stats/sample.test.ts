import { expect, it } from 'vitest';
import { sampleOf } from '../../src/stats/sample.js';

it('takes the deviation with n − 1', () => {
  const { n, mean, deviation } = sampleOf([2, 4, 4, 4, 5, 5, 7, 9]);
  expect([n, mean]).toEqual([8, 5]);
  expect(deviation).toBeCloseTo(Math.sqrt(32 / 7), 14);
});

it('of one value has no deviation, of none is refused', () => {
  expect(sampleOf([3])).toEqual({ n: 1, mean: 3, deviation: 0 });
  expect(() => sampleOf([])).toThrow(RangeError);
});

it('loses nothing to a large mean', () => {
  expect(sampleOf([1e9 + 1, 1e9 + 2, 1e9 + 3]).deviation).toBe(1);
});
