import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSIGNMENT_DATA, DATA_DEFAULTS } from '../../src/config/data-defaults.js';
import type { GeneratedDataConfig } from '../../src/config/types.js';
import { generatorOf, TARGETS } from '../../src/data/generate.js';
import { openGenerated } from '../../src/data/generated.js';
import { referencePredictors } from '../../src/data/references.js';
import { evaluateTangent, evaluateTarget } from '../../src/data/target.js';

const config: GeneratedDataConfig = ASSIGNMENT_DATA;

const draw = (data: GeneratedDataConfig, seed: number) => generatorOf(data).draw(seed);

describe('the targets', () => {
  it('are the functions of the assignment and the tutorial', () => {
    const x = Float32Array.of(0.5, -2, 1.5, -1);
    expect(evaluateTarget(TARGETS.assignment, x, 0)).toBe(0.25 + 4 + 2 * 3.375 - 4);
    expect(evaluateTarget(TARGETS.tutorial, x, 0)).toBe(4.25);
    expect(evaluateTarget(TARGETS.tutorial, x, 2)).toBe(3.25);
  });

  it('continue along their tangents outside [−1, 1]', () => {
    const target = TARGETS.assignment;
    const inside = Float32Array.of(0.5, -1, 0.25, 1);
    expect(evaluateTangent(target, inside, 0)).toBe(evaluateTarget(target, inside, 0));
    const outside = Float32Array.of(2, -2, 2, -2);
    expect(evaluateTangent(target, outside, 0)).toBe(3 + 3 + 2 * 4 + 4 * -4);
  });
});

describe('the assignment', () => {
  it('draws training inputs in [−1, 1] and test inputs in the outer band', () => {
    const { train, test } = draw(config, 42);
    expect([train.rows, test.rows, generatorOf(config).inputs]).toEqual([500, 50, 4]);
    expect([train.x.length, train.y.length, test.x.length, test.y.length]).toEqual([
      2000, 500, 200, 50,
    ]);
    expect(train.x.every((x) => x >= -1 && x <= 1)).toBe(true);
    expect(test.x.every((x) => Math.abs(x) >= 1 && Math.abs(x) <= 2)).toBe(true);
    expect(test.x.some((x) => x < 0) && test.x.some((x) => x > 0)).toBe(true);
  });

  it('adds noise of the given variance to training labels only', () => {
    const { train, test } = draw({ ...config, train: 20000 }, 1);
    const residual = Array.from(
      train.y,
      (y, i) => y - evaluateTarget(TARGETS.assignment, train.x, 4 * i),
    );
    const mean = residual.reduce((sum, r) => sum + r, 0) / residual.length;
    const variance = residual.reduce((sum, r) => sum + (r - mean) ** 2, 0) / residual.length;
    expect(Math.abs(mean)).toBeLessThan(0.003);
    expect(variance).toBeGreaterThan(0.0095);
    expect(variance).toBeLessThan(0.0105);
    test.y.forEach((y, i) => {
      expect(y).toBe(Math.fround(evaluateTarget(TARGETS.assignment, test.x, 4 * i)));
    });
  });

  it('keeps the first rows when more are asked for, and changes with the seed', () => {
    const few = draw({ ...config, train: 10 }, 3);
    const many = draw({ ...config, train: 50 }, 3);
    expect(many.train.x.slice(0, 40)).toEqual(few.train.x);
    expect(many.train.y.slice(0, 10)).toEqual(few.train.y);
    expect(draw(config, 4).train.x).not.toEqual(draw(config, 3).train.x);
  });
});

describe('referencePredictors', () => {
  it('reach the errors that the assignment is known for', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const dataset = (seed: number) => openGenerated(config, 'mse', { seed, seeds: 1 }).dataset(0);
    const all = seeds.map((seed) =>
      referencePredictors(dataset(seed), 'mse', { target: TARGETS.assignment }),
    );
    const mean = (pick: (r: (typeof all)[number]) => number) =>
      all.reduce((sum, each) => sum + pick(each), 0) / all.length;
    expect(mean((r) => r.constant!.train)).toBeCloseTo(3.04, 1);
    expect(mean((r) => r.linear!.train)).toBeCloseTo(0.636, 1);
    expect(mean((r) => r.tangent!.train)).toBeCloseTo(0.01, 2);
    expect(Math.abs(mean((r) => r.constant!.test) - 379)).toBeLessThan(15);
    expect(Math.abs(mean((r) => r.linear!.test) - 247)).toBeLessThan(15);
    expect(Math.abs(mean((r) => r.tangent!.test) - 59.2)).toBeLessThan(4);
  });
});

describe('fewer rows', () => {
  const FUNCTIONS = ['assignment', 'tutorial', 'linear', 'product'] as const;
  const POINTS = ['circles', 'moons', 'spirals', 'blobs', 'xor'] as const;
  const sizes = (kind: GeneratedDataConfig['kind'], train: number, test: number) =>
    ({ ...DATA_DEFAULTS[kind], train, test }) as unknown as GeneratedDataConfig;
  const many = fc.integer({ min: 1, max: 40 });

  it.each(FUNCTIONS)('of %s are the first of more', (kind) => {
    fc.assert(
      fc.property(many, many, many, many, fc.nat(), (train, test, more, others, seed) => {
        const few = draw(sizes(kind, train, test), seed);
        const all = draw(sizes(kind, train + more, test + others), seed);
        for (const set of ['train', 'test'] as const) {
          expect(few[set].x).toEqual(all[set].x.slice(0, few[set].x.length));
          expect(few[set].y).toEqual(all[set].y.slice(0, few[set].y.length));
        }
      }),
    );
  });

  it.each([...FUNCTIONS, ...POINTS])(
    'of %s to train on leave the test rows as they are',
    (kind) => {
      fc.assert(
        fc.property(many, many, many, fc.nat(), (train, more, test, seed) => {
          const few = draw(sizes(kind, train, test), seed);
          expect(draw(sizes(kind, train + more, test), seed).test).toEqual(few.test);
        }),
      );
    },
  );
});
