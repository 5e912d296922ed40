/** Uniform matrices: the words of Philox in row order, whatever the stride and the first number. */
import { describe, expect, test } from 'vitest';
import { philox } from '../../src/kernels/reference/philox.js';
import { Touch } from './support/arena.js';
import { checkAll } from './support/check.js';

const KEY = [7, 8, 9, 0xfedcba98, 0x12345678] as const;

/** f32(scale · (2u − 1)) of word `number`. */
function expected(scale: number, number: number): number {
  const words = new Uint32Array(4);
  philox(words, number >>> 2, ...KEY);
  return Math.fround(scale * (2 * (words[number & 3] / 2 ** 32) - 1));
}

describe.each([0, 1, 2, 3, 4, 4093])('uniform_fill from word %i', (first) => {
  test.each([
    [0, 3],
    [3, 0],
    [1, 1],
    [1, 4],
    [2, 3],
    [3, 4],
    [5, 7],
    [4, 13],
  ])('%i × %i', (m, n) => {
    checkAll((arena) => {
      const dst = arena.output(m, n, Touch.never, 3);
      const oracle = [
        {
          of: dst,
          expected: (i: number, j: number) => ({
            value: expected(0.7, first + i * n + j),
            tolerance: 0,
          }),
        },
      ];
      const args = [dst.at, dst.ld, m, n, 0.7, first, ...KEY];
      return { kernel: 'uniform_fill', shape: `${m}×${n} from ${first}`, args, oracle };
    });
  });
});

test('spreads over ±scale', () => {
  const values = Array.from({ length: 4000 }, (_, number) => expected(2, number));
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(2);
  expect(Math.abs(values.reduce((sum, v) => sum + v, 0) / 4000)).toBeLessThan(0.06);
});
