import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { resolveConfig } from '../src/config/resolve.js';
import { loadKernels } from '../src/entries/kernels-node.js';
import { computeGradients } from '../src/entries/train.js';
import { checkShapes } from '../src/plan/check.js';
import { describePlan, sweep } from '../src/sweep.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = (labels: number[]) => ({
  x: labels.map((_, i) => [i / 9, 1]),
  y: labels.map((l) => [l]),
});
const labels = Array.from({ length: 300 }, (_, i) => i % 3);

it('a stray label does not take the memory of a column for every class', async () => {
  const train = rows(Array.from({ length: 3000 }, (_, i) => (i === 7 ? 999_999 : i % 3)));
  const data = { kind: 'arrays', train, encoding: 'one-hot' } as never;
  await expect(describePlan({ data })).rejects.toThrow(/data\.train: found 1000000 classes/);
});

it('a class alone is refused for yes and no, too', async () => {
  const data = { kind: 'arrays', train: rows(labels.map(() => 1)) } as never;
  const training = { loss: 'binary-cross-entropy', batchSize: 10 } as const;
  await expect(describePlan({ data, training })).rejects.toThrow(/found target 1 in every row/);
});

it('any number of datasets is checked', () => {
  const shape = { inputs: 1, outputs: 1, trainRows: 200, validationRows: 0, testRows: 1 };
  const entries = Array.from({ length: 300_000 }, () => ({ shape }));
  expect(() => checkShapes(resolveConfig(), entries)).not.toThrow();
});

it('a run that diverged has no confusion matrix', async () => {
  const { results } = await sweep({
    seeds: 1,
    data: { kind: 'blobs', train: 100 },
    networks: { hidden: [[4]] },
    training: {
      loss: 'softmax-cross-entropy',
      optimizer: { name: 'sgd', learningRate: 1e38 },
    },
  }).outcome;
  expect(results.runs[0].status).toBe('diverged');
  expect(results.runs[0].confusion).toBeUndefined();
});

it('one target column has one spelling', () => {
  const file = join(folder, 'd.csv');
  writeFileSync(file, 'a,y\n1,2\n3,4\n');
  const data = (target: unknown) => resolveConfig({ data: { kind: 'csv', file, target } }).data;
  expect(data(['y'])).toEqual(data('y'));
});

it('gradients are those of the rows that are trained on, without dropout', async () => {
  const kernels = await loadKernels();
  const data = { train: rows(labels), validationFraction: 0.25 };
  const { output, loss } = computeGradients({
    ...{ kernels, data, network: { hidden: [{ units: 5, dropout: 0.5 }], dropout: 0.5 } },
    training: { augmentation: { noise: 1 } },
  });
  expect(output).toHaveLength(225);
  expect(Number.isFinite(loss)).toBe(true);
});
