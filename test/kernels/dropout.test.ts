/** Dropout: how many stay and what becomes of them, whatever part of the columns is computed. */
import { expect, test } from 'vitest';
import { philox } from '../../src/kernels/reference/philox.js';
import { arena, reference, wasm } from './support/check.js';
import { uniform } from './support/values.js';

const KEY = [7, 8, 9, 0xfedcba98, 0x12345678] as const;
const [M, N] = [64, 100];
const STRIDE = 104;
const KEEP = 0.8;
const THRESHOLD = Math.round((1 - KEEP) * 2 ** 32);

/** Rows of dropped-out columns `from` … `from + n`, out of a matrix of M × N uniform values. */
function drop(kernels: typeof wasm, from: number, n: number, threshold = THRESHOLD): number[][] {
  arena.reset();
  const x = arena.input(M, N, uniform(5));
  const dst = arena.output(M, n);
  const first = 1000 + from;
  const source = x.at + 4 * from;
  const words = [first, STRIDE, ...KEY] as const;
  kernels.dropout(dst.at, dst.ld, source, x.ld, M, n, threshold, 1 / KEEP, ...words);
  return Array.from({ length: M }, (_, i) =>
    Array.from({ length: n }, (_, j) => arena.get(dst, i, j)),
  );
}

test.each([
  ['wasm', wasm],
  ['reference', reference],
] as const)('%s: an element stays where its word is at least the threshold', (_, kernels) => {
  const draw = uniform(5);
  const words = new Uint32Array(4);
  for (const [i, row] of drop(kernels, 0, N).entries()) {
    for (const [j, got] of row.entries()) {
      const number = 1000 + i * STRIDE + j;
      philox(words, number >>> 2, ...KEY);
      const kept = words[number & 3] >= THRESHOLD;
      expect(got).toBe(Math.fround(kept ? draw() * Math.fround(1 / KEEP) : 0 * draw()) + 0);
    }
  }
});

test('the share that stays is the one asked for', () => {
  const kept = drop(wasm, 0, N)
    .flat()
    .filter((x) => x !== 0).length;
  const deviation = Math.sqrt((KEEP * (1 - KEEP)) / (M * N));
  expect(Math.abs(kept / (M * N) - KEEP)).toBeLessThan(4 * deviation);
});

test.each([4, 8, 52, 96])('the columns from %i on alone have the same bits', (from) => {
  const all = drop(wasm, 0, N);
  expect(drop(wasm, from, N - from)).toEqual(all.map((row) => row.slice(from)));
});

test('a threshold of 0 keeps all', () => {
  const draw = uniform(5);
  const scaled = drop(wasm, 0, N, 0).flat();
  for (const got of scaled) expect(got).toBe(Math.fround(draw() * Math.fround(1 / KEEP)));
});

test('NaN and infinities are dropped like any other number', () => {
  arena.reset();
  const x = arena.input(1, N, () => Number.NaN);
  wasm.dropout(x.at, x.ld, x.at, x.ld, 1, N, 0x80000000, 2, 0, N, ...KEY);
  const row = Array.from({ length: N }, (_, j) => arena.get(x, 0, j));
  expect(new Set(row)).toEqual(new Set([0, Number.NaN]));
});
