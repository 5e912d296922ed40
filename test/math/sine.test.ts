import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos, LARGEST_ANGLE, sin } from '../../src/math/sine.js';

/** A step of float64 at a number of this size. */
const ulp = (x: number) => 2 ** Math.max(-1074, Math.floor(Math.log2(Math.abs(x))) - 52);

const angle = fc.oneof(
  fc.double({ min: -LARGEST_ANGLE, max: LARGEST_ANGLE, noNaN: true }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  // Where the most cancels: next to whole quarter turns.
  fc
    .tuple(fc.integer({ min: -524288, max: 524288 }), fc.integer({ min: -3, max: 3 }))
    .map(([quarters, step]) => (quarters * Math.PI) / 2 + step * ulp(quarters + 1))
    .filter((x) => Math.abs(x) <= LARGEST_ANGLE),
);

describe.each([
  ['sin', sin, Math.sin],
  ['cos', cos, Math.cos],
] as const)('%s', (_, ours, theirs) => {
  it('is within 2 ULP of Math', () => {
    fc.assert(
      fc.property(angle, (x) => {
        expect(Math.abs(ours(x) - theirs(x))).toBeLessThanOrEqual(2 * ulp(theirs(x)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('has no value for what is no angle', () => {
    expect(ours(Number.NaN)).toBeNaN();
    expect(ours(Number.POSITIVE_INFINITY)).toBeNaN();
    expect(() => ours(1e6)).toThrow(RangeError);
  });
});

// Correctly rounded (glibc).
it.each([
  [1, 0.8414709848078965, 0.5403023058681398],
  [2, 0.9092974268256817, -0.4161468365471424],
  [-3, -0.1411200080598672, -0.9899924966004454],
  [10, -0.5440211108893698, -0.8390715290764524],
  [355, -3.014435335948845e-5, -0.999999999545659],
  [0, 0, 1],
])('sine and cosine of %d', (x, sine, cosine) => {
  expect(sin(x)).toBe(sine);
  expect(cos(x)).toBe(cosine);
});

it('keeps the sign of zero', () => {
  expect(sin(-0)).toBe(-0);
});
