import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erf } from '../../src/math/erf.js';

describe('erf', () => {
  // Abramowitz & Stegun, table 7.1, and mpmath.
  it.each([
    [0, 0],
    [0.1, 0.1124629160182849],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [2.5, 0.999593047982555],
    [3, 0.9999779095030014],
    [4, 0.9999999845827421],
    [6, 1],
    [Number.POSITIVE_INFINITY, 1],
  ])('of %d', (x, value) => {
    expect(Math.abs(erf(x) - value)).toBeLessThan(1e-15);
    expect(erf(-x)).toBe(-erf(x));
  });

  it('has the slope 2/√π·e^(−x²), across the border of its two forms, too', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        const h = 1e-4;
        const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
        expect((erf(x + h) - erf(x - h)) / (2 * h)).toBeCloseTo(slope, 7);
      }),
    );
  });

  it('passes NaN', () => {
    expect(erf(Number.NaN)).toBeNaN();
  });
});
