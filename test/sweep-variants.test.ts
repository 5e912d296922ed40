import { describe, expect, test } from 'vitest';
import type { SweepInput } from '../src/events.js';
import { serialiseResults } from '../src/results/serialise.js';
import { sweep } from '../src/sweep.js';

const resultsOf = async (input: SweepInput, options = {}) =>
  (await sweep(input, options).outcome).results;

const SMALL: SweepInput = {
  seeds: 2,
  data: { kind: 'tutorial', train: 40, test: 10 },
  networks: { hidden: [[3], [4, 2]] },
  training: { epochs: 2, batchSize: 16 },
};

describe('variants', () => {
  const input: SweepInput = {
    ...SMALL,
    variants: {
      grid: { optimizer: ['sgd', 'adam'], learningRate: { from: 0.01, to: 0.1, points: 2 } },
      random: { samples: 2, over: { batchSize: { from: 4, to: 32 }, noiseVariance: [0, 1] } },
    },
  };

  test('the same bytes at any thread count, on either backend', async () => {
    const texts = await Promise.all(
      [{ threads: 1 }, { threads: 3 }, { threads: 2, backend: 'js' as const }].map(
        async (options) => serialiseResults(await resultsOf(input, options)),
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('a variant trains as a sweep of its own setting does', async () => {
    const all = await resultsOf(input);
    expect(all.variants).toHaveLength(16);
    const chosen = all.variants.find(
      ({ network, hyper }) =>
        network === '2-3-1' && hyper.optimizer === 'adam' && hyper.learningRate === 0.1,
    )!;
    const { batchSize, noiseVariance } = chosen.hyper as Record<string, number>;
    const alone = await resultsOf({
      ...SMALL,
      data: { ...SMALL.data, noiseVariance } as NonNullable<SweepInput['data']>,
      networks: { hidden: [[3]] },
      training: { epochs: 2, batchSize, optimizer: { name: 'adam', learningRate: 0.1 } },
    });
    const own = all.runs.filter(({ variant }) => variant === chosen.id);
    expect(own.map(({ history }) => history)).toEqual(alone.runs.map(({ history }) => history));
  });

  test('what is said of them compares only what can be compared', async () => {
    const kinds = async (grid: Record<string, (string | number)[]>) =>
      (await resultsOf({ ...SMALL, variants: { grid } })).observations.map(({ kind }) => kind);
    expect(await kinds({ l2: [0, 1] })).toEqual(expect.arrayContaining(['axis', 'best']));
    const losses = await kinds({ loss: ['mse', 'l1'] });
    expect(losses).not.toContain('best');
    expect(losses).not.toContain('interpolation');
    expect(await kinds({ noiseVariance: [0.1, 1] })).not.toContain('interpolation');
  });

  test('problems that only the data shows are told once', async () => {
    const train = { x: [[1], [2], [3]], y: [[1], [2], [3]] };
    const bad: SweepInput = {
      data: { kind: 'arrays', train, test: train },
      variants: { grid: { batchSize: [2, 4], learningRate: [0.1, 0.2] } },
    };
    await expect(resultsOf(bad)).rejects.toThrow(
      /^variants\.grid\.batchSize\[1\]: found batch size 4 for 3 training samples, expected at most 3$/,
    );
  });
});
