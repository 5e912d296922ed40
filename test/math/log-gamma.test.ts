import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/math/log-gamma.js';

describe('logGamma', () => {
  // mpmath.loggamma at 40 digits.
  it.each([
    [1e-10, 23.025850929882735274],
    [0.1, 2.2527126517342059599],
    [0.5, 0.57236494292470008707],
    [1.5, -0.12078223763524522235],
    [2.5, 0.28468287047291915963],
    [3.7, 1.4280723266653879219],
    [9.999, 12.799575780077412467],
    [10, 12.801827480081469611],
    [25.25, 55.585686044869429708],
    [171, 706.57306224578734711],
    [1000.5, 5908.6741758486774887],
    [1e6, 12815504.56914761166],
  ])('of %d', (x, expected) => {
    const tolerance = Math.max(1e-14, 1e-15 * Math.abs(expected));
    expect(Math.abs(logGamma(x) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it('follows Γ(x + 1) = x Γ(x), also across the change of method', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 40, noNaN: true }), (x) => {
        expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 12);
      }),
    );
  });

  it('has no value where there is no positive number', () => {
    expect([logGamma(0), logGamma(-1.5), logGamma(Number.NaN)]).toEqual([NaN, NaN, NaN]);
  });
});
