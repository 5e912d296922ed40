import { expect, it } from 'vitest';
import { leastSquares } from '../../src/math/least-squares.js';

it('finds the exact solution of a consistent system', () => {
  const rows = [
    [1, 2, 0],
    [1, -1, 3],
    [1, 0.5, 1],
    [1, 4, -2],
  ];
  const beta = [0.5, -2, 3];
  const y = rows.map((row) => row.reduce((sum, a, j) => sum + a * beta[j], 0));
  const found = leastSquares(Float64Array.from(rows.flat()), Float64Array.from(y), 3);
  found.forEach((value, j) => {
    expect(value).toBeCloseTo(beta[j], 12);
  });
});

it('leaves a residual orthogonal to every column', () => {
  const a = Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 17) / 17 - 0.4);
  const y = Float64Array.from({ length: 20 }, (_, i) => ((i * 11) % 7) / 7);
  const beta = leastSquares(a.slice(), y.slice(), 3);
  for (let j = 0; j < 3; j++) {
    let dot = 0;
    for (let i = 0; i < 20; i++) {
      let residual = y[i];
      for (let k = 0; k < 3; k++) residual -= a[i * 3 + k] * beta[k];
      dot += residual * a[i * 3 + j];
    }
    expect(Math.abs(dot)).toBeLessThan(1e-12);
  }
});

it('gives a repeated or constant feature no weight', () => {
  const a = Float64Array.from([1, 2, 2, 1, 3, 3, 1, 5, 5, 1, 7, 7]);
  const beta = leastSquares(a, Float64Array.from([5, 7, 11, 15]), 3);
  expect(Array.from(beta, (b) => Math.round(b * 1e9) / 1e9)).toEqual([1, 2, 0]);
});

it('copes with fewer rows than columns', () => {
  const beta = leastSquares(Float64Array.from([1, 2, 3, 1, 5, 1]), Float64Array.from([4, 10]), 3);
  expect(beta[0] + 2 * beta[1] + 3 * beta[2]).toBeCloseTo(4, 12);
  expect(beta[0] + 5 * beta[1] + beta[2]).toBeCloseTo(10, 12);
});
