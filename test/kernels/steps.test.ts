/** Every optimizer over several updates against its plain formula, and what special values do. */
import { describe, expect, test } from 'vitest';
import { arena, reference, wasm } from './support/check.js';
import { RULES, type Rule } from './support/optimizers.js';
import { type Draw, uniform } from './support/values.js';

const COUNT = 23;
const STEPS = 8;

/** What p, g and the state hold: `updates` of them with new gradients, from p and a state of zeros. */
function run(rule: Rule, kernels: typeof wasm, start: Draw, gradient: Draw, updates: number) {
  arena.reset();
  const vectors = [start, gradient, ...Array(rule.states).fill(() => 0)];
  const at = vectors.map((draw) => arena.packed(1, COUNT, draw).at);
  const view = (i: number) => arena.f32.subarray(at[i] >>> 2, (at[i] >>> 2) + COUNT);
  for (let t = 1; t <= updates; ++t) {
    if (t > 1) view(1).set(Array.from({ length: COUNT }, gradient));
    rule.update(kernels, at, COUNT, t);
  }
  return at.map((_, i) => [...view(i)]);
}

describe.each(RULES)('$name', (rule) => {
  test.each([
    ['wasm', wasm],
    ['reference', reference],
  ] as const)('%s follows the formula', (_, kernels) => {
    const [parameters] = run(rule, kernels, uniform(3), uniform(4), STEPS);
    const [draw, gradient] = [uniform(3), uniform(4)];
    const p = Array.from({ length: COUNT }, draw);
    const state = p.map(() => new Array(rule.states).fill(0));
    for (let t = 1; t <= STEPS; ++t) {
      const g = p.map(gradient);
      for (let i = 0; i < COUNT; ++i) p[i] = rule.plain(p[i], g[i], state[i], t);
    }
    // The first step of a centred mean divides by the root of a small difference.
    for (const [i, got] of parameters.entries()) expect(Math.abs(got - p[i])).toBeLessThan(4e-6);
  });

  test('zeros stay zeros: padding is updated like a parameter', () => {
    const zero = () => 0;
    for (const vector of run(rule, wasm, zero, zero, 5)) {
      expect(vector.every((x) => x === 0)).toBe(true);
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a gradient of %d stays in its own lane',
    (bad) => {
      const draw = () => {
        let i = 0;
        return () => (i++ % COUNT === 5 ? bad : 0.25);
      };
      const [p] = run(rule, wasm, () => 1, draw(), 2);
      expect(p.map(Number.isFinite)).toEqual(p.map((_, i) => i !== 5));
      expect(new Set(p.filter(Number.isFinite)).size).toBe(1);
    },
  );
});
