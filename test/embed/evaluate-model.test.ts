import { describe, expect, it } from 'vitest';
import type { ArraysDataConfig, LossConfig } from '../../src/config/types.js';
import { evaluateModel } from '../../src/embed/evaluate-model.js';
import type { SweepInput } from '../../src/events.js';
import { loadKernels } from '../../src/kernels/node.js';
import { measureOf } from '../../src/model/origin.js';
import { targetsFor } from '../../src/model/targets.js';
import { sweep } from '../../src/sweep.js';

/** 300 test rows: more than a block. */
function rows(count: number, salt: number, target: (a: number, b: number) => number[]) {
  const x = Array.from({ length: count }, (_, i) => [(i * 7 + salt) % 31, (i * 11 + salt) % 29, 5]);
  return { x, y: x.map(([a, b]) => target(a, b)) };
}

type Case = [
  name: string,
  loss: LossConfig,
  (a: number, b: number) => number[],
  Partial<ArraysDataConfig>?,
];
const byThree = (a: number, b: number) => [(a + 2 * b) % 3];
const isLarge = (a: number, b: number) => [Number(a + b > 30)];

const CASES: Case[] = [
  ['numbers', 'mse', (a, b) => [a / 31, b / 29 - a / 31]],
  ['numbers by another loss', { name: 'huber', delta: 0.3 }, (a, b) => [a / 31 - b]],
  ['labels', 'softmax-cross-entropy', byThree],
  ['columns of classes', 'mse', byThree, { encoding: 'one-hot' }],
  ['yes and no', 'binary-cross-entropy', isLarge, { encoding: 'binary' }],
  [
    'several of them',
    'binary-cross-entropy',
    (a, b) => [...isLarge(a, b), a % 2],
    { encoding: 'binary' },
  ],
  ['shares', 'binary-cross-entropy', (a) => [a / 31]],
  ['probabilities', 'kl-divergence', (a) => [a / 31, 1 - a / 31]],
];

describe('a model does on the test rows what its run says', () => {
  it.each(CASES)('%s', async (_, loss, target, more) => {
    const [train, test] = [rows(90, 0, target), rows(300, 4, target)];
    const data = { kind: 'arrays', train, test, scaling: 'standard', ...more } as ArraysDataConfig;
    const training = { epochs: 3, batchSize: 30, loss };
    const input = { seeds: 1, data, networks: { hidden: [[6]] }, training } as SweepInput;
    const { results, models } = await sweep(input).outcome;
    const model = models[0].read();
    const [run] = results.runs;
    const measure = measureOf(model);
    for (const backend of ['wasm', 'js'] as const) {
      const kernels = await loadKernels({ backend });
      const table = { y: Float32Array.from(test.y.flat()), outputs: test.y[0].length };
      const y = targetsFor(model, measure, table, 'd');
      const found = evaluateModel(kernels, model, measure, {
        ...{ rows: 300, x: Float32Array.from(test.x.flat()), y },
      });
      const metrics = Object.entries(run.metrics).map(([name, { final }]) => [name, final.test]);
      expect(found.loss).toBe(run.final.test);
      expect(found.metrics).toEqual(Object.fromEntries(metrics));
      expect(found.confusion).toEqual(run.confusion);
      kernels.dispose();
    }
  });
});
