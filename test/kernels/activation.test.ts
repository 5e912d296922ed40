/** exp, log, sigmoid and tanh, forward and back: shapes, special values, error bounds. */
import { describe, expect, test } from 'vitest';
import { type Arena, Touch } from './support/arena.js';
import { arena, check, checkAll, type KernelName, wasm } from './support/check.js';
import { type Draw, special, uniform } from './support/values.js';

const ROWS = [0, 1, 2, 5];
const COLUMNS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 33, 100];

interface Activation {
  readonly kernel: Extract<KernelName, 'exp' | 'log' | 'sigmoid_forward' | 'tanh_forward'>;
  readonly truth: (x: number) => number;
  /** In units of the last place. */
  readonly bound: number;
}

const FORWARD: readonly Activation[] = [
  { kernel: 'exp', truth: Math.exp, bound: 1 },
  { kernel: 'log', truth: Math.log, bound: 0.8 },
  { kernel: 'sigmoid_forward', truth: (x) => 1 / (1 + Math.exp(-x)), bound: 2.4 },
  { kernel: 'tanh_forward', truth: Math.tanh, bound: 1.5 },
];

function shapes(run: (m: number, n: number, draw: Draw) => void): void {
  for (const m of ROWS) {
    for (const n of COLUMNS) {
      const draw = uniform(m * 101 + n);
      run(m, n, () => 20 * draw());
      run(m, n, special(m * 101 + n, 3));
    }
  }
}

/** The spacing of float32 at x. */
function ulp(x: number): number {
  const exponent = Math.floor(Math.log2(Math.abs(Math.fround(x))));
  return 2 ** (Math.min(Math.max(exponent, -126), 127) - 23);
}

describe.each(FORWARD)('$kernel', ({ kernel, truth, bound }) => {
  test.each([false, true])('every shape, in place: %s', (inPlace) => {
    shapes((m, n, draw) => {
      checkAll((arena: Arena) => {
        const z = arena.input(m, n, draw, 1);
        const a = inPlace ? arena.mark(z) : arena.output(m, n, Touch.free, 2);
        return { kernel, shape: `${m}×${n}`, args: [a.at, a.ld, z.at, z.ld, m, n] };
      });
    });
  });

  test('a stride of all floats: both backends, within the bound', () => {
    const count = 4096;
    const step = 54_499;
    let worst = 0;
    for (let from = 0; from < 2 ** 32; from += count * step) {
      check((arena) => {
        const z = arena.input(1, count, () => 0);
        for (let j = 0; j < count; j++) arena.u32[(z.at >>> 2) + j] = from + j * step;
        const a = arena.output(1, count);
        return { kernel, shape: `floats from ${from}`, args: [a.at, a.ld, z.at, z.ld, 1, count] };
      });
      const at = arena.used - 2 * (count + 21);
      for (let j = 0; j < count; j++) {
        const x = arena.f32[at + j];
        const got = arena.f32[at + count + 21 + j];
        const wanted = truth(x);
        if (Number.isFinite(Math.fround(wanted))) {
          worst = Math.max(worst, Math.abs(got - wanted) / ulp(wanted));
        } else expect(got, `${kernel}(${x})`).toEqual(Math.fround(wanted));
      }
    }
    expect(worst).toBeLessThanOrEqual(bound);
    expect(worst).toBeGreaterThan(0.5);
  });

  test('special values', () => {
    const inputs = [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      0,
      -0,
      2 ** -149,
    ];
    arena.reset();
    const z = arena.input(1, inputs.length, () => 0);
    arena.f32.set(inputs, z.at >>> 2);
    wasm[kernel](z.at, z.ld, z.at, z.ld, 1, inputs.length);
    inputs.forEach((x, j) => {
      expect(arena.get(z, 0, j), `${kernel}(${x})`).toBe(Math.fround(truth(x)));
    });
  });
});

describe.each(['sigmoid_backward', 'tanh_backward'] as const)('%s', (kernel) => {
  test('every shape', () => {
    shapes((m, n, draw) => {
      checkAll((arena) => {
        const d = arena.mark(arena.input(m, n, draw, 2));
        const h = arena.input(m, n, draw, 1);
        return { kernel, shape: `${m}×${n}`, args: [d.at, d.ld, h.at, h.ld, m, n] };
      });
    });
  });

  test('the derivative', () => {
    const [d, h] = [0.75, 0.25];
    arena.reset();
    const at = arena.input(1, 1, () => d).at;
    const activation = arena.input(1, 1, () => h).at;
    wasm[kernel](at, 4, activation, 4, 1, 1);
    const slope = kernel === 'tanh_backward' ? 1 - h * h : h * (1 - h);
    expect(arena.f32[at >>> 2]).toBe(d * slope);
  });
});
