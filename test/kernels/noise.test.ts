/** Gaussian noise: the quantile of every word, its moments, and the same bits for any columns. */
import { describe, expect, test } from 'vitest';
import { normalOf } from '../../src/kernels/reference/normal.js';
import { philox } from '../../src/kernels/reference/philox.js';
import { normalQuantile } from '../../src/math/normal-quantile.js';
import { arena, wasm } from './support/check.js';
import { uniform } from './support/values.js';

const KEY = [7, 8, 9, 0xfedcba98, 0x12345678] as const;
const [M, N] = [300, 100];
const STRIDE = 104;
/** As random.ts of the contract states it. */
const BOUND = 7e-7;
const MOST = 6.34;

/** The columns `from` … `from + n` of a matrix with standard normal noise added. */
function noise(from: number, n: number, x0: number, deviation: number): number[][] {
  arena.reset();
  const x = arena.input(M, n, () => x0);
  wasm.noise_add(x.at, x.ld, M, n, deviation, 4000 + from, STRIDE, ...KEY);
  return Array.from({ length: M }, (_, i) =>
    Array.from({ length: n }, (_, j) => arena.get(x, i, j)),
  );
}

/** From either end, so that neither loses digits. */
const truth = (word: number): number =>
  word < 2 ** 31
    ? normalQuantile((word + 0.5) / 2 ** 32)
    : -normalQuantile((2 ** 32 - word - 0.5) / 2 ** 32);

describe('the quantile', () => {
  const draw = uniform(11);
  const anywhere = Array.from({ length: 30_000 }, () => Math.floor((draw() + 1) * 2 ** 31));
  const logarithmic = Array.from({ length: 10_000 }, () => Math.floor(2 ** (16 * (draw() + 1))));
  const first = Array.from({ length: 3000 }, (_, word) => word);
  const middle = first.map((word) => 2 ** 31 - 1500 + word);
  const last = [...logarithmic, ...first].map((word) => 2 ** 32 - 1 - word);

  test.each([
    ['anywhere', anywhere],
    ['at the lower end', [...logarithmic, ...first]],
    ['at the upper end', last],
    ['in the middle', middle],
  ])('%s', (_, words) => {
    for (const word of words) {
      const expected = truth(word);
      const got = normalOf(word);
      if (!(Math.abs(got - expected) <= BOUND * Math.abs(expected))) {
        throw new Error(`word ${word}: ${got}, expected ${expected}`);
      }
    }
  });

  test('is finite at both ends', () => {
    expect(normalOf(0)).toBeGreaterThan(-MOST);
    expect(normalOf(2 ** 32 - 1)).toBeLessThan(MOST);
  });
});

test('every element has the noise of its word', () => {
  const words = new Uint32Array(4);
  for (const [i, row] of noise(0, N, 0, 1).entries()) {
    for (const [j, got] of row.entries()) {
      const number = 4000 + i * STRIDE + j;
      philox(words, number >>> 2, ...KEY);
      expect(got).toBe(normalOf(words[number & 3]));
    }
  }
});

test('mean, deviation, skewness and kurtosis are those of the distribution', () => {
  const all = noise(0, N, 3, 2).flat();
  const z = all.map((x) => (x - 3) / 2);
  const moment = (power: number) => z.reduce((sum, x) => sum + x ** power, 0) / z.length;
  const error = 4 / Math.sqrt(z.length);
  expect(Math.abs(moment(1))).toBeLessThan(error);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(error * Math.sqrt(2));
  expect(Math.abs(moment(3))).toBeLessThan(error * Math.sqrt(15));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(error * Math.sqrt(96));
});

test.each([4, 8, 52, 96])('the columns from %i on alone have the same bits', (from) => {
  const all = noise(0, N, 1, 0.5);
  expect(noise(from, N - from, 1, 0.5)).toEqual(all.map((row) => row.slice(from)));
});
