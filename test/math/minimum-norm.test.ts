import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares } from '../../src/math/least-squares.js';
import { minimumNorm } from '../../src/math/minimum-norm.js';
import { PURPOSE, Stream } from '../../src/random/stream.js';

type Matrix = Float64Array[];

const copy = (columns: Matrix) => columns.map((column) => column.slice());
const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);
const times = (a: Matrix, beta: Float64Array) =>
  Float64Array.from(a[0], (_, i) => a.reduce((sum, column, j) => sum + column[i] * beta[j], 0));
const transpose = (a: Matrix) =>
  Array.from(a[0], (_, i) => Float64Array.from(a, (column) => column[i]));
const difference = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - b[i]);
const largest = (values: Float64Array) =>
  values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** Standard normal numbers. */
function normal(rows: number, columns: number, seed: number): Matrix {
  const stream = new Stream({ seed, purpose: PURPOSE.trainInputs });
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => stream.normal(j * rows + i)),
  );
}

const solve = (a: Matrix, y: Float64Array) => minimumNorm(copy(a), [y.slice()])[0];

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 24 }),
  rank: fc.integer({ min: 1, max: 12 }),
  seed: fc.integer({ min: 0, max: 1000 }),
});

/** A product of two matrices: of rank at most `rank`. */
function ofRank({
  rows,
  columns,
  rank,
  seed,
}: Record<'rows' | 'columns' | 'rank' | 'seed', number>) {
  const left = normal(rows, rank, seed);
  return transpose(normal(columns, rank, seed + 5000)).map((mix) => times(left, mix));
}

test('leaves a residual that no column can lower, at any shape and rank', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const a = ofRank(size);
      const y = normal(size.rows, 1, size.seed + 9000)[0];
      const rest = difference(times(a, solve(a, y)), y);
      for (const column of a) expect(Math.abs(dot(column, rest))).toBeLessThan(1e-8);
    }),
  );
});

test('is the shortest: a combination of the rows', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const a = ofRank(size);
      const beta = solve(a, normal(size.rows, 1, size.seed + 9000)[0]);
      const rows = transpose(a);
      const [mix] = leastSquares(copy(rows), [beta.slice()]);
      expect(largest(difference(times(rows, mix), beta))).toBeLessThan(1e-8 * (1 + largest(beta)));
    }),
  );
});

test('of equal columns gives each the same share, and nothing to zeros', () => {
  const one = Float64Array.of(1, 2, 2);
  const beta = solve([one, new Float64Array(3), one, one], Float64Array.of(3, 6, 6));
  expect(Array.from(beta, (b) => Math.round(b * 1e12) / 1e12)).toEqual([1, 0, 1, 1]);
});

test('of zeros alone is zero', () => {
  expect(solve([new Float64Array(2), new Float64Array(2)], Float64Array.of(1, 2))).toEqual(
    Float64Array.of(0, 0),
  );
});

test('does the same in room that is given', () => {
  const a = normal(5, 9, 1);
  const y = normal(5, 1, 2);
  const room = new Float64Array(45).fill(Number.NaN);
  expect(minimumNorm(copy(a), copy(y), room)).toEqual(minimumNorm(copy(a), copy(y)));
});

/**
 * Ridgeless regression on standard normal inputs, n samples of d inputs, |β|² = r², noise σ². Hastie,
 * Montanari, Rosset & Tibshirani, Annals of Statistics 2022, at finite n and d (inverse Wishart).
 */
function excessRisk(n: number, d: number, r2: number, noise: number): number {
  if (d < n - 1) return (noise * d) / (n - d - 1);
  return r2 * (1 - n / d) + (noise * n) / (d - n - 1);
}

describe('the excess risk of ridgeless regression', () => {
  test.each([
    [50, 1.02],
    [90, 10],
    [110, 11.48],
    [125, 4.97],
    [200, 3.01],
    [1000, 3.711],
  ])('is the closed form at n = 100, d = %i: %d', (d, published) => {
    const n = 100;
    expect(Math.abs(excessRisk(n, d, 4, 1) / published - 1)).toBeLessThan(1e-3);
    const draws = d > 500 ? 8 : 60;
    const slope = 2 / Math.sqrt(d);
    const risks = Array.from({ length: draws }, (_, draw) => {
      const x = normal(n, d, 100 + draw);
      const noise = normal(n, 1, 7000 + draw)[0];
      const y = times(x, new Float64Array(d).fill(slope)).map((value, i) => value + noise[i]);
      return minimumNorm(x, [y])[0].reduce((sum, b) => sum + (b - slope) ** 2, 0);
    });
    const mean = risks.reduce((sum, risk) => sum + risk) / draws;
    const spread = risks.reduce((sum, risk) => sum + (risk - mean) ** 2, 0) / (draws - 1);
    expect(Math.abs(mean - published)).toBeLessThan(4 * Math.sqrt(spread / draws));
  });
});
