import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../src/stats/holm.js';

describe('holm', () => {
  // R: p.adjust(p, "holm")
  it.each([
    [[], []],
    [[0.03], [0.03]],
    [
      [0.01, 0.02, 0.03],
      [0.03, 0.04, 0.04],
    ],
    [
      [0.04, 0.01, 0.03, 0.005],
      [0.06, 0.03, 0.06, 0.02],
    ],
    [
      [0.9, 0.6],
      [1, 1],
    ],
  ])('of %j', (ps, expected) => {
    for (const [i, p] of holm(ps).entries()) expect(p).toBeCloseTo(expected[i], 14);
    expect(holm(ps)).toHaveLength(expected.length);
  });

  it('keeps the order of the tests, and makes none more certain', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(shares, (ps) => {
        const adjusted = holm(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, ps.length * p) + 1e-15 || 1);
          for (const [j, q] of ps.entries()) {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
          }
        }
      }),
    );
  });
});
