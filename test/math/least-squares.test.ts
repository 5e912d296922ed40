import { expect, it } from 'vitest';
import { leastSquares } from '../../src/math/least-squares.js';

const column = (...values: number[]) => Float64Array.from(values);

it('finds the exact solutions of a consistent system with two right-hand sides', () => {
  const columns = [
    [1, 1, 1, 1],
    [2, -1, 0.5, 4],
    [0, 3, 1, -2],
  ];
  const betas = [
    [0.5, -2, 3],
    [-1, 0.25, 8],
  ];
  const ys = betas.map((beta) =>
    Float64Array.from({ length: 4 }, (_, i) =>
      columns.reduce((sum, each, j) => sum + each[i] * beta[j], 0),
    ),
  );
  const found = leastSquares(
    columns.map((each) => Float64Array.from(each)),
    ys,
  );
  found.forEach((solution, s) => {
    solution.forEach((value, j) => {
      expect(value).toBeCloseTo(betas[s][j], 12);
    });
  });
});

it('leaves a residual orthogonal to every column', () => {
  const columns = [0, 1, 2].map((j) =>
    Float64Array.from({ length: 20 }, (_, i) => (((3 * i + j) * 37) % 17) / 17 - 0.4),
  );
  const y = Float64Array.from({ length: 20 }, (_, i) => ((i * 11) % 7) / 7);
  const [beta] = leastSquares(
    columns.map((each) => each.slice()),
    [y.slice()],
  );
  for (const each of columns) {
    let dot = 0;
    for (let i = 0; i < 20; i++) {
      const fitted = columns.reduce((sum, other, k) => sum + other[i] * beta[k], 0);
      dot += (y[i] - fitted) * each[i];
    }
    expect(Math.abs(dot)).toBeLessThan(1e-12);
  }
});

it('gives a repeated or constant feature no weight', () => {
  const columns = [column(1, 1, 1, 1), column(2, 3, 5, 7), column(2, 3, 5, 7)];
  const [beta] = leastSquares(columns, [column(5, 7, 11, 15)]);
  expect(Array.from(beta, (b) => Math.round(b * 1e9) / 1e9)).toEqual([1, 2, 0]);
});

it('copes with fewer rows than columns', () => {
  const columns = [column(1, 1), column(2, 5), column(3, 1)];
  const [beta] = leastSquares(columns, [column(4, 10)]);
  expect(beta[0] + 2 * beta[1] + 3 * beta[2]).toBeCloseTo(4, 12);
  expect(beta[0] + 5 * beta[1] + beta[2]).toBeCloseTo(10, 12);
});
