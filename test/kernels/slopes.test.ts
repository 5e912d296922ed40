/** The leaking ReLU, and the gradient through a softmax. */
import { describe, expect, test } from 'vitest';
import { arena, check, wasm } from './support/check.js';
import { near } from './support/oracle.js';
import { uniform } from './support/values.js';

const SLOPE = Math.fround(0.1);

function leaky(kernel: 'leaky_relu_forward' | 'leaky_relu_backward', z: number[], d: number[]) {
  arena.reset();
  const [left, given] = [[...z], [...d]];
  const from = arena.input(1, z.length, () => left.shift()!);
  const to = arena.input(1, z.length, () => given.shift()!);
  wasm[kernel](to.at, to.ld, from.at, from.ld, 1, z.length, 0.1);
  return z.map((_, j) => arena.get(to, 0, j));
}

describe('leaky ReLU', () => {
  const inputs = [2, 0, -0, -2, Number.NaN, Infinity, -Infinity];

  test('forward', () => {
    const none = inputs.map(() => 0);
    const wanted = [2, 0, -0, -2 * SLOPE, Number.NaN, Infinity, -Infinity];
    expect(leaky('leaky_relu_forward', inputs, none)).toEqual(wanted);
  });

  test('back: the slope at 0 is that below it, NaN passes the gradient', () => {
    const threes = inputs.map(() => 3);
    const low = Math.fround(3 * SLOPE);
    expect(leaky('leaky_relu_backward', inputs, threes)).toEqual([3, low, low, low, 3, 3, low]);
  });
});

/** Σ weights · softmax(z) in float64. */
function weighted(weights: readonly number[], z: readonly number[]): number {
  const powers = z.map((x) => Math.exp(x));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.reduce((total, e, i) => total + (weights[i] * e) / sum, 0);
}

test.each([1, 2, 3, 10])('softmax_backward: the gradient of a weighted sum of %d', (m) => {
  const n = 9;
  const step = 1e-5;
  check((arena) => {
    const draw = uniform(31 + m);
    const z = arena.input(m, n, () => 4 * draw());
    const h = arena.input(m, n, () => 0, 1);
    const d = arena.mark(arena.input(m, n, draw, 2));
    wasm.softmax(h.at, h.ld, z.at, z.ld, m, n);
    const weight = arena.copy(d);
    const expected = (i: number, j: number) => {
      const column = (of: (i: number) => number) => Array.from({ length: m }, (_, r) => of(r));
      const weights = column((r) => weight(r, j));
      const moved = (by: number) => column((r) => arena.get(z, r, j) + (r === i ? by : 0));
      const rise = weighted(weights, moved(step)) - weighted(weights, moved(-step));
      return near(rise / (2 * step), 1, 12);
    };
    const args = [d.at, d.ld, h.at, h.ld, m, n];
    return { kernel: 'softmax_backward', shape: `${m}×${n}`, args, oracle: [{ of: d, expected }] };
  });
});
