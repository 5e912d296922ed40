/** ELU, SiLU, softplus and both GELUs, forward and back: error bounds, limits, special values. */
import { describe, expect, test } from 'vitest';
import { arena, check, wasm } from './support/check.js';
import { ALPHA, SMOOTH } from './support/smooth.js';

const COUNT = 4096;
const STEP = 54_499;

/** The spacing of float32 at x, at least that at 2⁻¹⁰⁰. */
function ulp(x: number): number {
  return 2 ** (Math.floor(Math.log2(Math.max(Math.abs(Math.fround(x)), 2 ** -100))) - 23);
}

type Kernel = (typeof SMOOTH)[number]['forward' | 'backward'];
type Call = (...args: readonly number[]) => void;

/** A kernel over some numbers; a gradient is that of 1. */
function results(kernel: Kernel, inputs: readonly number[]): number[] {
  arena.reset();
  let next = 0;
  const z = arena.input(1, inputs.length, () => inputs[next++]);
  const a = arena.mark(arena.input(1, inputs.length, () => 1));
  (wasm[kernel] as Call)(a.at, a.ld, z.at, z.ld, 1, inputs.length, ALPHA);
  return inputs.map((_, j) => arena.get(a, 0, j));
}

/** Both backends over a stride of all floats: the largest error, where `allowed` is 1. */
function worstOf(
  kernel: Kernel,
  truth: (z: number) => number,
  allowed: (z: number, truth: number) => number,
): number {
  let worst = 0;
  for (let from = 0; from < 2 ** 32; from += COUNT * STEP) {
    check((arena) => {
      const z = arena.input(1, COUNT, () => 0);
      for (let j = 0; j < COUNT; j++) arena.u32[(z.at >>> 2) + j] = from + j * STEP;
      const a = arena.mark(arena.input(1, COUNT, () => 1));
      const args = [a.at, a.ld, z.at, z.ld, 1, COUNT, ALPHA];
      return { kernel, shape: `floats from ${from}`, args };
    });
    const at = arena.used - 2 * (COUNT + 21);
    for (let j = 0; j < COUNT; j++) {
      const z = arena.f32[at + j];
      const got = arena.f32[at + COUNT + 21 + j];
      const wanted = truth(z);
      if (Number.isFinite(wanted)) {
        const error = Math.abs(got - wanted) / allowed(z, wanted);
        if (!(error <= worst)) worst = error;
      } else expect(got, `${kernel}(${z})`).toBe(wanted);
    }
  }
  return worst;
}

describe.each(SMOOTH)('$name', (smooth) => {
  const { forward, backward, value, slope, bound, slopeBound, scale } = smooth;

  test('within its bound, over a stride of all floats', () => {
    const worst = worstOf(forward, value, (z, wanted) => bound(z) * ulp(wanted));
    expect(worst).toBeLessThanOrEqual(1);
    expect(worst).toBeGreaterThan(0.5);
  });

  test('the gradient within its bound', () => {
    const size = (z: number, wanted: number) => Math.max(Math.abs(wanted), scale(z));
    const worst = worstOf(backward, slope, (z, wanted) => slopeBound(z) * ulp(size(z, wanted)));
    expect(worst).toBeLessThanOrEqual(1);
    expect(worst).toBeGreaterThan(0.5);
  });

  test('the gradient is that of the function', () => {
    const inputs = Array.from({ length: 400 }, (_, i) => Math.fround((i - 200.5) / 16));
    const step = 1e-5;
    results(backward, inputs).forEach((got, j) => {
      const z = inputs[j];
      const difference = (value(z + step) - value(z - step)) / (2 * step);
      expect(Math.abs(got - difference), `at ${z}`).toBeLessThan(1e-6);
    });
  });

  test('limits, and numbers far out', () => {
    const inputs = [Infinity, 1e30, 300, 0, -0, 2 ** -140, -(2 ** -140), -300, -1e30, -Infinity];
    for (const [kernel, of] of [[forward, value] as const, [backward, slope] as const]) {
      results(kernel, inputs).forEach((got, j) => {
        const wanted = Math.fround(of(inputs[j]));
        const name = `${kernel}(${inputs[j]})`;
        if (Number.isInteger(wanted) || !Number.isFinite(wanted))
          expect(got + 0, name).toBe(wanted + 0);
        else expect(got / wanted, name).toBeCloseTo(1, 6);
      });
    }
    expect(results(forward, [Number.NaN])).toEqual([Number.NaN]);
    expect(results(backward, [Number.NaN])).toEqual([Number.NaN]);
    if (value(0) === 0) expect(results(forward, [-0])).toEqual([-0]);
  });

  test('the gradient times what came', () => {
    arena.reset();
    const d = arena.input(1, 1, () => -3);
    const z = arena.input(1, 1, () => 0.75);
    (wasm[backward] as Call)(d.at, d.ld, z.at, z.ld, 1, 1, ALPHA);
    expect(arena.get(d, 0, 0)).toBe(Math.fround(-3 * results(backward, [0.75])[0]));
  });
});
