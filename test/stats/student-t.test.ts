import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentCdf, studentQuantile, studentTail } from '../../src/stats/student-t.js';

/** P(T > t) in closed form: Abramowitz & Stegun 26.7.3 and 26.7.4, for t ≥ 0 and whole freedom. */
function closedTail(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const square = Math.cos(angle) ** 2;
  const isOdd = freedom % 2 === 1;
  let [sum, term] = [0, 1];
  for (let k = isOdd ? 1 : 0; k <= freedom - 2; k += 2) {
    sum += term;
    term *= (square * (k + 1)) / (k + 2);
  }
  const inside = isOdd
    ? (2 / Math.PI) * (angle + Math.sin(angle) * Math.cos(angle) * sum)
    : Math.sin(angle) * sum;
  return (1 - inside) / 2;
}

describe('studentTail', () => {
  it('agrees with the closed form for whole degrees of freedom', () => {
    for (let freedom = 1; freedom <= 60; freedom++) {
      for (let t = 0; t <= 6; t += 0.17) {
        const expected = closedTail(t, freedom);
        const tolerance = 1e-14 + 1e-11 * expected;
        expect(Math.abs(studentTail(t, freedom) - expected)).toBeLessThan(tolerance);
      }
    }
  });

  // mpmath at 40 digits, of which 13 stand here.
  it.each([
    [7, 20, 4.298925404945e-7],
    [15, 20, 1.203262845947e-12],
    [2, 3, 0.069662984279421],
    [0.1, 4, 0.462577920469726],
    [30, 7, 5.894234440366e-9],
    [5, 100, 1.225086706751e-6],
  ])('t %d with %d degrees of freedom', (t, freedom, expected) => {
    expect(Math.abs(studentTail(t, freedom) / expected - 1)).toBeLessThan(1e-12);
  });

  it('is symmetric, falls, and ends in 1 and 0', () => {
    const freedom = fc.integer({ min: 1, max: 1000 });
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(freedom, number, number, (nu, s, t) => {
        expect(studentTail(t, nu) + studentTail(-t, nu)).toBeCloseTo(1, 12);
        expect(studentCdf(t, nu)).toBe(studentTail(-t, nu));
        if (s < t) expect(studentTail(s, nu)).toBeGreaterThanOrEqual(studentTail(t, nu) - 1e-13);
      }),
    );
    const infinity = Number.POSITIVE_INFINITY;
    expect([studentTail(infinity, 3), studentTail(-infinity, 3)]).toEqual([0, 1]);
    expect(studentTail(Number.NaN, 3)).toBeNaN();
    expect(() => studentTail(1, 0)).toThrow(RangeError);
  });
});

describe('studentQuantile', () => {
  // The table of every textbook (such as Abramowitz & Stegun 26.10).
  it.each([
    [1, [3.078, 6.314, 12.706, 31.821, 63.657]],
    [2, [1.886, 2.92, 4.303, 6.965, 9.925]],
    [3, [1.638, 2.353, 3.182, 4.541, 5.841]],
    [5, [1.476, 2.015, 2.571, 3.365, 4.032]],
    [9, [1.383, 1.833, 2.262, 2.821, 3.25]],
    [10, [1.372, 1.812, 2.228, 2.764, 3.169]],
    [20, [1.325, 1.725, 2.086, 2.528, 2.845]],
    [29, [1.311, 1.699, 2.045, 2.462, 2.756]],
    [60, [1.296, 1.671, 2, 2.39, 2.66]],
    [120, [1.289, 1.658, 1.98, 2.358, 2.617]],
  ])('of %d degrees of freedom', (freedom, expected) => {
    const found = [0.9, 0.95, 0.975, 0.99, 0.995].map((p) => studentQuantile(p, freedom));
    expect(found.map((t) => Number(t.toFixed(3)))).toEqual(expected);
  });

  it('is the inverse of the tail', () => {
    const freedom = fc.double({ min: 0.5, max: 2000, noNaN: true });
    const p = fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true });
    fc.assert(
      fc.property(freedom, p, (nu, share) => {
        const t = studentQuantile(share, nu);
        expect(Math.abs(studentCdf(t, nu) - share)).toBeLessThan(1e-11 * Math.max(share, 1e-3));
        if (share < 0.4) expect(Math.abs(studentCdf(t, nu) / share - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it('is 0 in the middle, and refuses what is no share', () => {
    expect(studentQuantile(0.5, 4)).toBe(0);
    for (const p of [0, 1, -0.1, Number.NaN]) {
      expect(() => studentQuantile(p, 4)).toThrow(RangeError);
    }
  });
});
