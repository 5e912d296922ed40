import { expect } from 'vitest';
import { loadKernels } from '../../src/entries/kernels-node.js';
import { Tape } from '../../src/entries/tape.js';

/** Room enough for what is tested on the memory that does not grow. */
export const kernels = {
  wasm: await loadKernels(),
  js: await loadKernels({ backend: 'js', bytes: 1 << 22 }),
};

/** A tape over each backend. */
export const tapes = { wasm: new Tape(kernels.wasm), js: new Tape(kernels.js) };

export const BACKENDS = ['wasm', 'js'] as const;

/** Numbers within ±1.5 that float32 holds, none of them 0 or a multiple of 1/4; above 0 where asked. */
export function numbersOf(
  rows: number,
  columns: number,
  seed: number,
  positive = false,
): number[][] {
  let word = Math.imul(seed + 1, 0x9e3779b1);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => {
      word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
      const size = (((word >>> 8) % 48) + 0.5) / 32;
      return !positive && word & 1 ? -size : size;
    }),
  );
}

/** The largest difference, relative to the largest number that is expected. */
export function deviation(found: unknown, expected: unknown): number {
  const [a, b] = [flat(found), flat(expected)];
  expect(a).toHaveLength(b.length);
  const largest = Math.max(...b.map(Math.abs)) || 1;
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]))) / largest;
}

export function flat(values: unknown): number[] {
  if (typeof values === 'number') return [values];
  return Array.from(values as ArrayLike<unknown>).flatMap(flat);
}
