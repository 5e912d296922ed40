import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../src/math/incomplete-beta.js';

describe('incompleteBeta', () => {
  // mpmath.betainc(a, b, 0, x, regularized=True) at 40 digits.
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554538276],
    [10, 0.5, 0.2, 1.9949824936130936202e-8],
    [10, 0.5, 0.99, 0.65792817515678447032],
    [2.5, 7, 0.1, 0.10188029911305442998],
    [50, 30, 0.6, 0.3170571539691120514],
    [200, 0.5, 0.5, 3.5001024893205809111e-62],
    [3, 4, 1e-8, 1.99999995500000036e-23],
  ])('a %d, b %d, x %d', (a, b, x, expected) => {
    expect(Math.abs(incompleteBeta(a, b, x) / expected - 1)).toBeLessThan(2e-13);
  });

  it('is 1 − (1 − x)^b for a = 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (b, x) => {
          expect(incompleteBeta(1, b, x)).toBeCloseTo(1 - (1 - x) ** b, 12);
        },
      ),
    );
  });

  it('adds to 1 with the other side', () => {
    const shape = fc.double({ min: 0.1, max: 300, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x, x)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('ends in 0 and 1, and has no value outside of its domain', () => {
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
    for (const [a, b, x] of [
      [0, 1, 0.5],
      [1, -1, 0.5],
      [1, 1, -0.1],
      [1, 1, 1.1],
      [1, 1, Number.NaN],
    ]) {
      expect(incompleteBeta(a, b, x)).toBeNaN();
    }
  });
});
