/** Penalties, clipping and norms: over counts around every vector length, against float64. */
import { describe, expect, test } from 'vitest';
import type { Arena } from './support/arena.js';
import { arena, type Call, checkAll, reference, wasm } from './support/check.js';
import { near } from './support/oracle.js';
import { special, uniform } from './support/values.js';

const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 33, 1000];

/** Kernel, what follows the operands, whether there is a second operand, and the truth. */
const ELEMENTWISE: readonly [Call['kernel'], number, boolean, (a: number, b: number) => number][] =
  [
    ['add_scaled', -0.3, true, (a, b) => a - 0.3 * b],
    ['add_sign', 0.3, true, (a, b) => a + 0.3 * Math.sign(b)],
    ['scale', 0.3, false, (a) => 0.3 * a],
    ['clamp', 0.25, false, (a) => Math.min(Math.max(a, -0.25), 0.25)],
  ];

function operand(arena: Arena, count: number, draw: () => number, written: boolean) {
  const vector = arena.packed(1, count, draw);
  if (written) arena.touch.fill(1, vector.at >>> 2, (vector.at >>> 2) + count);
  return vector;
}

describe.each(ELEMENTWISE)('%s', (kernel, scalar, two, truth) => {
  test.each(COUNTS)('%i floats', (count) => {
    for (const plain of [true, false]) {
      checkAll((arena) => {
        const draw = plain ? uniform(count + 1) : special(count + 1);
        const a = operand(arena, count, draw, true);
        const b = operand(arena, count, draw, false);
        const old = arena.copy(a);
        const expected = (_: number, j: number) => near(truth(old(0, j), arena.get(b, 0, j)), 2, 3);
        const args = two ? [a.at, b.at, count, scalar] : [a.at, count, scalar];
        return { kernel, shape: `${count}`, args, oracle: plain ? [{ of: a, expected }] : [] };
      });
    }
  });
});

test.each(COUNTS)('the norms of %i floats', (count) => {
  for (const draw of [uniform(count + 1), () => -(2 ** -149)]) {
    arena.reset();
    const a = arena.packed(1, count, draw);
    let [squares, magnitudes] = [0, 0];
    for (let j = 0; j < count; ++j) {
      squares += arena.get(a, 0, j) ** 2;
      magnitudes += Math.abs(arena.get(a, 0, j));
    }
    for (const kernels of [wasm, reference]) {
      expect(kernels.square_sum(a.at, count)).toBeCloseTo(squares, 9);
      expect(kernels.abs_sum(a.at, count)).toBeCloseTo(magnitudes, 9);
    }
  }
});

const one = (kernel: 'add_sign' | 'clamp', x: number): number => {
  arena.reset();
  const a = arena.packed(1, 5, () => (kernel === 'clamp' ? x : -0));
  const b = arena.packed(1, 5, () => x);
  if (kernel === 'clamp') wasm.clamp(a.at, 5, 2);
  else wasm.add_sign(a.at, b.at, 5, 2);
  expect(arena.get(a, 0, 4)).toEqual(arena.get(a, 0, 0));
  return arena.get(a, 0, 0);
};

test('the sign of zero is no sign, that of NaN is NaN', () => {
  const tiny = 2 ** -149;
  const given = [
    -0,
    0,
    tiny,
    -tiny,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ];
  expect(given.map((x) => one('add_sign', x))).toEqual([0, 0, 2, -2, 2, -2, Number.NaN]);
});

test('clamp keeps what is within, and NaN', () => {
  const given = [-0, 2, -2, 3, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  expect(given.map((x) => one('clamp', x))).toEqual([-0, 2, -2, 2, 2, -2, Number.NaN]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('the norms with a %d among them', (bad) => {
  for (let where = 0; where < 7; ++where) {
    arena.reset();
    let j = 0;
    const a = arena.packed(1, 7, () => (j++ === where ? bad : 1));
    expect([wasm.square_sum(a.at, 7), wasm.abs_sum(a.at, 7)]).toEqual([bad, bad]);
  }
});

test('a norm beyond the range of float32 is finite', () => {
  arena.reset();
  const a = arena.packed(1, 9, () => 2 ** 127);
  expect(wasm.square_sum(a.at, 9)).toBe(9 * 2 ** 254);
  expect(wasm.abs_sum(a.at, 9)).toBe(9 * 2 ** 127);
});
