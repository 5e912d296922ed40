import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import type { Encoding, LossConfig } from '../../src/config/types.js';
import { encodeTargets, takesWords } from '../../src/data/encoding.js';
import { open, samplesOf } from './samples.js';

const labels = (...y: number[]) => ({ where: 'd.csv', rows: { y: Float32Array.from(y) } });

function encode(
  y: number[],
  encoding: Encoding,
  loss: LossConfig,
  { labelled = false, classes = undefined as number | undefined, outputs = 1 } = {},
) {
  const targets = { outputs, labelled, ...(classes && { classes }), train: labels(...y) };
  const { train, ...rest } = encodeTargets(targets, encoding, loss);
  return { ...rest, train: [...train] };
}

const NATURAL = { labelled: true };
const COLUMNS = [1, 0, 0, 0, 0, 1, 0, 1, 0];
const ONE_HOT = { outputs: 3, encoding: 'one-hot', train: COLUMNS };

describe('targets', () => {
  it.each<[string, number[], Encoding, LossConfig, object, object]>([
    ['numbers', [1.5, 2], 'auto', 'mse', {}, { outputs: 1, train: [1.5, 2] }],
    [
      'labels',
      [0, 2],
      'auto',
      'softmax-cross-entropy',
      {},
      { outputs: 1, classes: 3, encoding: 'label', train: [0, 2] },
    ],
    [
      'two classes',
      [0, 1],
      'auto',
      'binary-cross-entropy',
      NATURAL,
      { outputs: 1, encoding: 'binary', train: [0, 1] },
    ],
    ['three classes', [0, 2, 1], 'auto', 'binary-cross-entropy', NATURAL, ONE_HOT],
    ['classes', [0, 2, 1], 'auto', 'mse', NATURAL, ONE_HOT],
    ['classes', [0, 2, 1], 'auto', 'kl-divergence', NATURAL, ONE_HOT],
    [
      'answers',
      [0, 1, 1, 0],
      'binary',
      'mse',
      { outputs: 2 },
      { outputs: 2, encoding: 'binary', train: [0, 1, 1, 0] },
    ],
    ['classes as numbers', [0, 2, 1], 'number', 'mse', NATURAL, { outputs: 1, train: [0, 2, 1] }],
    ['numbers as classes', [0, 2, 1], 'one-hot', 'mse', {}, ONE_HOT],
    [
      'known classes',
      [0, 1],
      'auto',
      'mse',
      { labelled: true, classes: 3 },
      { ...ONE_HOT, train: [1, 0, 0, 0, 1, 0] },
    ],
    [
      'probabilities',
      [0.25, 0.75],
      'auto',
      'kl-divergence',
      { outputs: 2 },
      { outputs: 2, train: [0.25, 0.75] },
    ],
  ])('%s: %j, %s, for %s', (_, y, encoding, loss, nature, expected) => {
    expect(encode(y, encoding, loss, nature)).toEqual(expected);
  });

  it.each<[number[], LossConfig, number, string]>([
    [
      [0, 2],
      'binary-cross-entropy',
      1,
      'found target 2 in data row 2, expected a number from 0 to 1 with loss binary-cross-entropy',
    ],
    [
      [0.5, 0.5, 0.5, 0.4],
      'kl-divergence',
      2,
      'in data row 2, expected probabilities that add up to 1',
    ],
    [[-1, 0], 'softmax-cross-entropy', 1, 'found target -1 in data row 1, expected a class label'],
  ])('%j are a problem for %s', (y, loss, outputs, message) => {
    const act = () => encode(y, 'auto', loss, { outputs });
    expect(act).toThrow(InputError);
    expect(act).toThrow(`d.csv: `);
    expect(act).toThrow(message);
  });

  it('that answer yes or no are 0 or 1', () => {
    const message = 'd.csv: found target 0.5 in data row 2, expected 0 or 1';
    expect(() => encode([0, 0.5], 'binary', 'mse')).toThrow(message);
  });
});

describe('words', () => {
  it('may stand for classes where classes are meant', () => {
    expect(takesWords('auto', 'mse')).toBe(false);
    expect(takesWords('auto', 'softmax-cross-entropy')).toBe(true);
    expect(takesWords('one-hot', 'mse')).toBe(true);
    expect(takesWords('number', 'binary-cross-entropy')).toBe(false);
  });
});

describe('classes that are generated', () => {
  const shapeOf = async (loss: LossConfig, data: object) => {
    const source = await open({ train: 30, test: 6, ...data }, { loss });
    const { inputs, outputs, classes } = source.entries[0].shape;
    const dataset = source.dataset(0);
    expect(dataset).toMatchObject({ inputs, outputs });
    const { y } = samplesOf(dataset, dataset.train)[0];
    expect(y.length).toBe(outputs);
    return { inputs, outputs, classes };
  };

  it.each<[LossConfig, object, object]>([
    ['softmax-cross-entropy', { kind: 'blobs' }, { inputs: 2, outputs: 1, classes: 3 }],
    ['binary-cross-entropy', { kind: 'moons' }, { inputs: 2, outputs: 1, classes: undefined }],
    ['binary-cross-entropy', { kind: 'blobs' }, { inputs: 2, outputs: 3, classes: undefined }],
    ['mse', { kind: 'xor' }, { inputs: 2, outputs: 2, classes: undefined }],
    ['mse', { kind: 'xor', encoding: 'number' }, { inputs: 2, outputs: 1, classes: undefined }],
  ])('%s of %j', async (loss, data, expected) => {
    expect(await shapeOf(loss, data)).toEqual(expected);
  });
});
