import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TripleFinder } from '../../src/verdict/triple.js';

/** Three loops: every interior size over the least value on either side, the first of equals. */
function slowly(curve: readonly number[], params: readonly number[]) {
  let found: { left: number; peak: number; right: number; height: number } | undefined;
  params.forEach((own, peak) => {
    let [left, right] = [-1, -1];
    params.forEach((other, size) => {
      if (other < own && (left < 0 || curve[size] < curve[left])) left = size;
      if (other > own && (right < 0 || curve[size] < curve[right])) right = size;
    });
    if (left < 0 || right < 0) return;
    const height = curve[peak] - Math.max(curve[left], curve[right]);
    if (found === undefined || height > found.height) found = { left, peak, right, height };
  });
  return found!;
}

describe('TripleFinder', () => {
  it.each([
    [[3, 1, 5, 2, 4], { left: 1, peak: 2, right: 3 }],
    // A fall has its highest interior size where it loses least.
    [[5, 4, 2, 1.5, 0], { left: 2, peak: 3, right: 4 }],
    // Equals: the first.
    [[1, 2, 1, 2, 1], { left: 0, peak: 1, right: 2 }],
  ])('of %j', (curve, expected) => {
    expect(new TripleFinder([1, 2, 3, 4, 5]).highest(curve)).toEqual(expected);
  });

  it('does what three loops do, also for sizes of equal parameters', () => {
    const size = fc.record({ value: fc.integer({ min: 0, max: 6 }), step: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(size, { minLength: 3, maxLength: 12 }), (sizes) => {
        let sum = 1;
        const params = sizes.map(({ step }) => {
          sum += step;
          return sum;
        });
        fc.pre(new Set(params).size >= 3);
        const finder = new TripleFinder(params);
        const curve = sizes.map(({ value }) => value);
        const { height, ...expected } = slowly(curve, params);
        // Twice: nothing may be left of the curve before.
        finder.highest(curve.map((value) => -value));
        expect(finder.highest(curve)).toEqual(expected);
      }),
    );
  });
});
