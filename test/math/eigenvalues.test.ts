import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigenvalues } from '../../src/math/eigenvalues.js';

/** Q·diag(values)·Qᵀ with Q a product of reflections, row by row. */
function withSpectrum(values: readonly number[], vectors: readonly (readonly number[])[]) {
  const n = values.length;
  const a = new Float64Array(n * n);
  values.forEach((value, i) => {
    a[i * n + i] = value;
  });
  for (const u of vectors) {
    const square = u.reduce((sum, x) => sum + x * x, 0);
    if (square === 0) continue;
    const reflect = (at: (k: number) => number) => {
      let dot = 0;
      for (let k = 0; k < n; k++) dot += u[k] * a[at(k)];
      for (let k = 0; k < n; k++) a[at(k)] -= ((2 * dot) / square) * u[k];
    };
    for (let i = 0; i < n; i++) reflect((k) => k * n + i);
    for (let i = 0; i < n; i++) reflect((k) => i * n + k);
  }
  return a;
}

const LIMIT = 1e-13;

describe('symmetricEigenvalues', () => {
  it('knows the spectrum of the second difference', () => {
    const n = 50;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      a[i * n + i] = 2;
      if (i > 0) a[i * n + i - 1] = -1;
    }
    const found = symmetricEigenvalues(a, n)!;
    found.forEach((value, k) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 13);
    });
  });

  it('finds what a matrix was made of, however large, repeated or zero it is', () => {
    const real = fc.integer({ min: -50, max: 50 });
    const made = fc.integer({ min: 1, max: 12 }).chain((n) =>
      fc.record({
        values: fc.array(real, { minLength: n, maxLength: n }),
        vectors: fc.array(fc.array(real, { minLength: n, maxLength: n }), { maxLength: 4 }),
        scale: fc.constantFrom(1e-150, 1e-5, 1, 1e150),
      }),
    );
    fc.assert(
      fc.property(made, ({ values, vectors, scale }) => {
        const scaled = values.map((value) => value * scale);
        const found = symmetricEigenvalues(withSpectrum(scaled, vectors), values.length)!;
        const most = Math.max(scale * 1e-300, ...scaled.map(Math.abs));
        const ascending = [...scaled].sort((a, b) => a - b);
        ascending.forEach((value, i) => {
          expect(Math.abs(found[i] - value)).toBeLessThanOrEqual(LIMIT * most);
        });
      }),
    );
  });

  it('reads the lower triangle alone', () => {
    const [low, high] = symmetricEigenvalues(Float64Array.of(2, 99, 1, 2), 2)!;
    expect(low).toBeCloseTo(1, 14);
    expect(high).toBeCloseTo(3, 14);
  });

  it('has none of nothing, and one of one number', () => {
    expect(symmetricEigenvalues(new Float64Array(0), 0)).toHaveLength(0);
    expect([...symmetricEigenvalues(Float64Array.of(-7), 1)!]).toEqual([-7]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is NaN where the matrix holds %s', (odd) => {
    for (let at = 0; at < 9; at++) {
      const a = Float64Array.of(1, 2, 3, 2, 4, 5, 3, 5, 6);
      if (at % 3 > Math.floor(at / 3)) continue;
      a[at] = odd;
      expect([...symmetricEigenvalues(a, 3)!]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it('ends when it is told to', () => {
    let left = 3;
    const a = new Float64Array(100).fill(1);
    expect(symmetricEigenvalues(a, 10, () => left-- > 0)).toBeUndefined();
  });
});
