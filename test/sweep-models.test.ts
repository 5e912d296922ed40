import { describe, expect, it } from 'vitest';
import type { KeptModel } from '../src/curves/models.js';
import { trainNetwork } from '../src/embed/train-network.js';
import type { SweepInput, SweepOptions } from '../src/events.js';
import { loadKernels } from '../src/kernels/node.js';
import { serialiseResults } from '../src/results/serialise.js';
import { sweep } from '../src/sweep.js';

/** Rows of two classes: 1 where the inputs add up to more than 30. */
function rows(count: number, salt: number) {
  const x = Array.from({ length: count }, (_, i) => [(i * 7 + salt) % 31, (i * 11) % 29, 5]);
  return { x, y: x.map(([a, b]) => [Number(a + b > 30)]) };
}

const DATA = { kind: 'arrays', train: rows(80, 0), test: rows(30, 3) } as const;
const CLASSES = {
  seeds: 2,
  data: { ...DATA, scaling: 'standard', validationFraction: 0.25 },
  networks: { hidden: [[4], [3, { units: 5, bias: false }]], activation: 'gelu' },
  training: {
    epochs: 30,
    batchSize: 15,
    loss: 'softmax-cross-entropy',
    earlyStopping: { patience: 1, minDelta: 0.01 },
  },
} satisfies SweepInput;

const modelsOf = async (input: SweepInput, options?: SweepOptions) =>
  (await sweep(input, options).outcome).models;
const placesOf = (models: readonly Pick<KeptModel, 'variant' | 'seed' | 'fold'>[]) =>
  models.map(({ variant, seed, fold }) => [variant, seed, ...(fold === undefined ? [] : [fold])]);

describe('the networks that are kept', () => {
  it('are the first seed and fold of every variant, all, or none', async () => {
    const folds = { ...CLASSES, data: { ...CLASSES.data, test: undefined, folds: 2 } };
    const input = folds as unknown as SweepInput;
    expect(placesOf(await modelsOf(input))).toEqual([
      ['3-4-2', 42, 0],
      ['3-3-5[no bias]-2', 42, 0],
    ]);
    expect(await modelsOf(input, { keep: 'none' })).toEqual([]);
    const { models, results } = await sweep(input, { keep: 'all' }).outcome;
    expect(placesOf(models)).toEqual(placesOf(results.runs));
    expect(models).toHaveLength(8);
  });

  it('change nothing of the results', async () => {
    const text = async (keep: 'all' | 'none') =>
      serialiseResults((await sweep(CLASSES, { keep }).outcome).results);
    expect(await text('all')).toBe(await text('none'));
  });

  it('are those of the epoch that is kept, bit for bit, on either backend', async () => {
    const kernels = await loadKernels();
    const { models, results } = await sweep(CLASSES, { keep: 'all', threads: 2 }).outcome;
    const js = await modelsOf(CLASSES, { keep: 'all', threads: 1, backend: 'js' });
    for (const [i, run] of results.runs.entries()) {
      const { stopped, seed } = run;
      expect(stopped!.kept).toBeLessThan(stopped!.epoch);
      const { hidden } = CLASSES.networks;
      const alone = await trainNetwork({
        ...{ kernels, seed, data: CLASSES.data, training: CLASSES.training },
        network: { ...CLASSES.networks, hidden: hidden[i >> 1] },
      });
      const { weights, biases, origin } = models[i].read();
      expect({ weights, biases }).toEqual({ weights: alone.weights, biases: alone.biases });
      expect(js[i].read()).toMatchObject({ weights, biases });
      expect(origin).toMatchObject({ epoch: stopped!.kept, stopped });
    }
    kernels.dispose();
  });

  it('are those of a team, too', async () => {
    const input: SweepInput = {
      seeds: 1,
      data: { kind: 'linear', train: 200, test: 10, inputs: 40 },
      networks: { hidden: [[300, 200]] },
      training: { epochs: 2 },
    };
    const alone = await sweep(input, { threads: 1 }).outcome;
    const team = await sweep(input, { threads: 2 }).outcome;
    expect(team.manifest.trials[0].workers).toEqual([0, 1]);
    expect(team.models[0].read()).toEqual(alone.models[0].read());
  });

  it('bring what it takes to use them', async () => {
    const { models, results } = await sweep(CLASSES).outcome;
    const { network, scale, answer, origin } = models[0].read();
    expect(network.layers.map(({ units }) => units)).toEqual([4, 2]);
    expect(answer).toEqual({ kind: 'classes', classes: 2, outputs: 'logits' });
    expect(scale!.shift).toHaveLength(3);
    // The third input is constant.
    expect([scale!.shift[2], scale!.unit[2]]).toEqual([5, 0]);
    const [run] = results.runs;
    expect(origin).toMatchObject({
      configHash: results.configHash,
      config: results.config,
      variant: '3-4-2',
      seed: 42,
      dataset: run.dataset,
      status: 'done',
      data: { kind: 'arrays', scaling: 'standard' },
      training: { loss: 'softmax-cross-entropy' },
      encoding: 'label',
      final: run.final,
      metrics: { accuracy: run.metrics.accuracy!.final },
    });
    expect(JSON.stringify(origin)).not.toContain('"x"');
  });

  it('are marked where they diverged, and missing where they were interrupted', async () => {
    const optimizer = { name: 'sgd', learningRate: 1e30 } as const;
    const wild = { ...CLASSES, training: { epochs: 9, batchSize: 15, optimizer } };
    const models = await modelsOf({ ...wild, data: DATA });
    expect(models.map(({ status }) => status)).toEqual(['diverged', 'diverged']);
    const { weights, origin } = models[0].read();
    expect(weights[0].some((row) => row.some((weight) => !Number.isFinite(weight)))).toBe(true);
    expect(origin).toMatchObject({ status: 'diverged', final: { train: null } });
    expect(await modelsOf(CLASSES, { signal: AbortSignal.abort(), keep: 'all' })).toEqual([]);
  });
});

it('says what can be kept', async () => {
  const options = { keep: 'best' } as unknown as SweepOptions;
  await expect(sweep(CLASSES, options).outcome).rejects.toThrow(
    'keep: found best, expected representative, all or none',
  );
});
