import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA_DEFAULTS } from '../../src/config/data-defaults.js';
import { readsFiles } from '../../src/config/files.js';
import { mergeLayers } from '../../src/config/merge.js';
import { parseConfig } from '../../src/config/parse.js';
import { InputError } from '../../src/config/problem.js';
import { resolveConfig, resolveLayers } from '../../src/config/resolve.js';
import { toYaml } from '../../src/config/to-yaml.js';
import type { DataConfig } from '../../src/config/types.js';
import { anyData } from './arbitrary-data.js';

const dataOf = (data: object) => resolveConfig({ data, training: { batchSize: 1 } }).data;

function messages(data: unknown, training: object = {}): string[] {
  try {
    resolveConfig({ data, training: { batchSize: 1, ...training } });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split('\n');
  }
  return [];
}

const CSV = { kind: 'csv', file: 'a.csv' };
const NPY = { kind: 'npy', x: 'x.npy', y: 'y.npy' };
const TESTED = { validationFraction: 0, split: 'random', scaling: 'none', encoding: 'auto' };

describe('defaults', () => {
  test('a CSV file is split by default and has no noise', () => {
    const csv = { kind: 'csv', file: { path: 'a.csv' }, target: -1, ignore: [], header: 'auto' };
    expect(dataOf(CSV)).toEqual({
      ...csv,
      skipLines: 0,
      ...TESTED,
      testFraction: 0.2,
      vary: 'seed',
    });
    expect(dataOf({ ...CSV, testFile: 'b' })).toEqual({
      ...csv,
      skipLines: 0,
      ...TESTED,
      testFile: { path: 'b' },
      vary: 'none',
    });
  });

  test.each([
    [{ folds: 5 }, 'seed'],
    [{ folds: 5, split: 'order' }, 'none'],
    [{ folds: 'leave-one-out' }, 'none'],
    [{ folds: 'leave-one-out', validationFraction: 0.1 }, 'seed'],
    [{ testFraction: 0.5, split: 'order' }, 'none'],
    [{ testFile: 'b', validationFraction: 0.1 }, 'seed'],
    [{ testRows: 5 }, 'seed'],
    [{ testFile: 'b', testRows: 5 }, 'seed'],
    [{ testFile: 'b', trainRows: 5 }, 'seed'],
    [{ testFile: 'b', testRows: 5, trainRows: 5, split: 'order' }, 'none'],
    [{ folds: 'leave-one-out', trainRows: 5 }, 'seed'],
  ])('%j is drawn anew for every seed: %s', (settings, vary) => {
    expect(dataOf({ ...CSV, ...settings }).vary).toBe(vary);
  });

  test('a number of test rows is in place of a fraction, and is none of the training rows', () => {
    expect(dataOf({ ...CSV, testRows: 5 })).not.toHaveProperty('testFraction');
    expect(dataOf({ ...CSV, trainRows: 5 })).toMatchObject({ testFraction: 0.2, trainRows: 5 });
  });

  test('what limits rows stands at the end, in one order', () => {
    const data = dataOf({ trainRows: 5, testRows: 3, ...CSV });
    expect(Object.keys(data).slice(-3)).toEqual(['testRows', 'trainRows', 'vary']);
  });

  test('a JSON file may hold its test rows', () => {
    const data = dataOf({ kind: 'json', file: 'a.json' });
    expect(data).toEqual({ kind: 'json', file: { path: 'a.json' }, ...TESTED, vary: 'seed' });
  });

  test('rows in memory are split where no test rows come with them', () => {
    const train = { x: [[1], [2]], y: [[1], [2]] };
    const data = dataOf({ kind: 'arrays', train });
    expect(data).toEqual({ kind: 'arrays', train, ...TESTED, testFraction: 0.2, vary: 'seed' });
  });

  test.each(['tutorial', 'linear', 'product', 'circles', 'moons', 'spirals', 'blobs', 'xor'])(
    '%s needs no more than its name',
    (kind) => {
      expect(resolveConfig({ data: { kind } })).toMatchObject({
        name: kind,
        data: DATA_DEFAULTS[kind as DataConfig['kind']],
      });
    },
  );

  test.each([
    [{ kind: 'csv', file: 'some/iris.csv.gz' }, 'iris'],
    [{ ...NPY, x: 'd/inputs.npy' }, 'inputs'],
    [{ kind: 'idx', images: 'train-images-idx3-ubyte', labels: 'l' }, 'train-images-idx3-ubyte'],
  ])('%j names the sweep', (data, name) => {
    expect(resolveConfig({ data }).name).toBe(name);
  });
});

describe('layers', () => {
  const merged = (below: object, above: object) =>
    (mergeLayers([{ data: { ...CSV, ...below } }, { data: above }]) as { data: object }).data;

  test.each([
    [{ testFraction: 0.5 }, { testFile: 'b' }],
    [{ testFraction: 0.5 }, { folds: 3 }],
    [{ testFile: 'b' }, { folds: 3 }],
    [{ folds: 3 }, { testFraction: 0.5 }],
    [{ testFraction: 0.5 }, { testRows: 5 }],
    [{ folds: 3 }, { testRows: 5 }],
    [{ testRows: 5 }, { testFraction: 0.5 }],
    [{ testRows: 5 }, { folds: 3 }],
  ])('over %j lies %j', (below, above) => {
    const [key] = Object.keys(below);
    expect(merged(below, above)).toMatchObject(above);
    expect(merged(below, above)).not.toHaveProperty(key);
  });

  test.each([
    [{ testFile: 'b' }, { testRows: 5 }],
    [{ testRows: 5 }, { testFile: 'b' }],
    [{ trainRows: 5 }, { folds: 3 }],
    [{ folds: 3 }, { trainRows: 5 }],
  ])('beside %j stands %j', (below, above) => {
    expect(merged(below, above)).toMatchObject({ ...below, ...above });
  });
});

const ofClasses = 'softmax-cross-entropy';

describe('bad input', () => {
  test.each<[unknown, object, string]>([
    [
      { kind: 'asignment' },
      {},
      'data.kind: found "asignment", expected assignment, tutorial, linear, product, circles, moons, spirals, blobs, xor, csv, idx, npy or json; did you mean assignment?',
    ],
    [
      { kind: 'csv', file: 'a', noiseVariance: 1 },
      {},
      'data: found noiseVariance with data csv, expected it only with data assignment, tutorial, linear or product',
    ],
    [
      { ...CSV, testFile: 'b', testFraction: 0.1 },
      {},
      'data.testFraction: found both testFile and testFraction, expected one',
    ],
    [
      { ...CSV, folds: 3, testFraction: 0.1 },
      {},
      'data.folds: found both testFraction and folds, expected one',
    ],
    [
      { ...NPY, testX: 'a', testY: 'b', folds: 3, testFraction: 0.1 },
      {},
      'data.testFraction: found testX, testFraction, folds, expected one',
    ],
    [
      { ...CSV, testRows: 5, testFraction: 0.1 },
      {},
      'data.testFraction: found both testRows and testFraction, expected one',
    ],
    [
      { ...CSV, testFile: 'b', testRows: 5, folds: 3 },
      {},
      'data.folds: found both testFile and folds, expected one',
    ],
    [
      { ...CSV, testRows: 0 },
      {},
      'data.testRows: found 0, expected a whole number from 1 to 100,000,000',
    ],
    [
      { ...CSV, trainRows: 0.5 },
      {},
      'data.trainRows: found 0.5, expected a whole number from 1 to 100,000,000',
    ],
    [
      { kind: 'moons', trainRows: 5 },
      {},
      'data: found trainRows with data moons, expected it only with data csv, idx, npy or json',
    ],
    [
      { ...CSV, trainRows: 5 },
      { batchSize: 6 },
      'training.batchSize: found batch size 6 for 5 training samples, expected at most 5',
    ],
    [{ ...NPY, testY: 'b' }, {}, 'data.testY: found testY without testX, expected both'],
    [{ kind: 'npy', x: 'x.npy' }, {}, 'data.y: found no y, expected one'],
    [
      { ...CSV, folds: 1 },
      {},
      'data.folds: found 1, expected a whole number from 2 to 1,000,000 or leave-one-out',
    ],
    [
      { ...CSV, target: [] },
      {},
      'data.target: found [], expected a column name or index, or a list of them',
    ],
    [
      { ...CSV, validationFraction: 1 },
      {},
      'data.validationFraction: found 1, expected a number from 0 to below 1',
    ],
    [
      { ...CSV, scaling: 'standart' },
      {},
      'data.scaling: found "standart", expected none, standard or minmax; did you mean standard?',
    ],
    [
      { split: 'stratified' },
      {},
      'data.split: found stratified for data without classes, expected random or order',
    ],
    [
      { kind: 'product' },
      { loss: ofClasses },
      'training.loss: found softmax-cross-entropy for data without classes, expected mse or another loss over numbers, or data with classes',
    ],
    [
      { kind: 'moons', encoding: 'one-hot' },
      { loss: ofClasses },
      'data.encoding: found one-hot with loss softmax-cross-entropy, expected auto or label',
    ],
    [
      { kind: 'moons', encoding: 'label' },
      { loss: 'mse' },
      'data.encoding: found label with loss mse, expected auto, number, one-hot or binary',
    ],
    [
      { kind: 'circles', factor: 1 },
      {},
      'data.factor: found 1, expected a number from 0 to below 1',
    ],
    [{ kind: 'moons', noise: -1 }, {}, 'data.noise: found -1, expected a deviation of 0 or more'],
    [
      { validationFraction: 0.5 },
      { batchSize: 251 },
      'training.batchSize: found batch size 251 for 250 training samples, expected at most 250',
    ],
    [
      { kind: 'arrays', train: { x: [[1]], y: [[1]] }, foo: 1 },
      {},
      'data: found unknown key "foo", expected kind, train, test, image, encoding, validationFraction, split, scaling, testFraction, testRows, folds, trainRows or vary',
    ],
    [
      { kind: 'arrays', train: { x: [[1]], y: [[1]] }, folds: 0 },
      {},
      'data.folds: found 0, expected a whole number from 2 to 1,000,000 or leave-one-out',
    ],
  ])('%j with %j', (data, training, message) => {
    expect(messages(data, training)).toEqual([message]);
  });
});

describe('what is printed', () => {
  const withData = (data: DataConfig) => ({ ...resolveConfig(), data });

  test('loads again to the same data', async () => {
    await fc.assert(
      fc.asyncProperty(anyData, async (data) => {
        const yaml = await parseConfig(toYaml(withData(data)), 'printed.yaml');
        expect(resolveLayers([yaml])).toEqual({ config: withData(data), problems: [] });
        const json = await parseConfig(JSON.stringify(withData(data)), 'config.json');
        expect(resolveLayers([json]).config?.data).toEqual(data);
      }),
    );
  });

  test('is printed the same when it is loaded again', async () => {
    await fc.assert(
      fc.asyncProperty(anyData, async (data) => {
        const { vary, ...partial } = data;
        const first = toYaml(resolveConfig(withData(partial as DataConfig)));
        const layer = await parseConfig(first, 'printed.yaml');
        expect(toYaml(resolveLayers([layer]).config!)).toBe(first);
      }),
    );
  });

  test('resolves to itself', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        expect(resolveConfig(withData(data)).data).toEqual(data);
        expect(readsFiles(data)).toBe(!('train' in data));
      }),
    );
  });
});
