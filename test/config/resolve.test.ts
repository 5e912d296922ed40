import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { objectLayer } from '../../src/config/layer.js';
import { InputError } from '../../src/config/problem.js';
import { resolveConfig, resolveLayers } from '../../src/config/resolve.js';

function messages(input: unknown): string[] {
  try {
    resolveConfig(input);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split('\n');
  }
  return [];
}

describe('defaults', () => {
  test('nothing said is the default sweep', () => {
    expect(resolveConfig()).toEqual(DEFAULT_CONFIG);
    expect(resolveConfig({})).toEqual(DEFAULT_CONFIG);
    expect(resolveConfig({ training: { epochs: undefined } })).toEqual(DEFAULT_CONFIG);
  });

  test('a complete config comes back equal', () => {
    const csv = resolveConfig({ data: { kind: 'csv', file: 'a.csv', testFile: 'b.csv' } });
    expect(resolveConfig(csv)).toEqual(csv);
  });

  test('the result does not share memory with the defaults', () => {
    resolveConfig().networks.hidden[0][0] = 7;
    expect(resolveConfig().networks.hidden[0]).toEqual([2]);
  });

  test('another optimizer takes its own defaults', () => {
    const optimizer = (settings: object) =>
      resolveConfig({ training: { optimizer: settings } }).training.optimizer;
    const shared = { weightDecay: 0, decayBiases: true };
    expect(optimizer({ name: 'sgd' })).toEqual({ name: 'sgd', learningRate: 0.01, ...shared });
    expect(optimizer({ name: 'momentum', learningRate: 0.5 })).toEqual({
      name: 'momentum',
      learningRate: 0.5,
      ...shared,
      momentum: 0.9,
      dampening: 0,
    });
    expect(optimizer({ beta1: 0.5 })).toMatchObject({ name: 'adam', beta1: 0.5, beta2: 0.999 });
  });

  describe('choices: a name, alone or with parameters', () => {
    const loss = (value: unknown) => resolveConfig({ training: { loss: value } }).training.loss;
    const layers = (network: unknown[]) =>
      resolveConfig({ networks: { hidden: [network] } }).networks.hidden[0];

    test('have one spelling in a complete config', () => {
      expect(loss('l1')).toBe('l1');
      expect(loss({ name: 'l1' })).toBe('l1');
      expect(loss('huber')).toEqual({ name: 'huber', delta: 1 });
      expect(loss({ delta: 2, name: 'huber' })).toEqual({ name: 'huber', delta: 2 });
    });

    test('of a layer below are kept where the name is the same', () => {
      const over = (above: unknown) =>
        resolveLayers([
          objectLayer({ training: { loss: { name: 'huber', delta: 3 } } }),
          objectLayer({ training: { loss: above } }),
        ]).config?.training.loss;
      expect(over('huber')).toEqual({ name: 'huber', delta: 3 });
      expect(over({ delta: 4 })).toEqual({ name: 'huber', delta: 4 });
      expect(over('smooth-l1')).toEqual({ name: 'smooth-l1', beta: 1 });
      expect(over('mse')).toBe('mse');
    });

    test('a layer says its width, or more', () => {
      expect(layers([3, { units: 4 }])).toEqual([3, 4]);
      expect(layers([{ activation: 'elu', units: 4, init: 'zeros' }])).toEqual([
        { units: 4, activation: { name: 'elu', alpha: 1 }, init: 'zeros' },
      ]);
    });

    test('early stopping is none or a map', () => {
      const stopping = (value: unknown) =>
        resolveConfig({ data: { validationFraction: 0.5 }, training: { earlyStopping: value } })
          .training.earlyStopping;
      expect(stopping('none')).toBe('none');
      expect(stopping({ patience: 3 })).toEqual({
        patience: 3,
        minDelta: 0,
        monitor: 'validation',
      });
    });

    test('early stopping by the training loss needs no validation rows', () => {
      const earlyStopping = { monitor: 'train' };
      expect(resolveConfig({ training: { earlyStopping } }).training.earlyStopping).toEqual({
        patience: 10,
        minDelta: 0,
        monitor: 'train',
      });
    });
  });

  test('points replace every', () => {
    expect(resolveConfig({ evaluate: { points: 60 } }).evaluate).toEqual({ points: 60 });
  });

  test.each([
    [{ kind: 'tutorial' }, 'tutorial'],
    [{ kind: 'csv', file: 'some/houses.v2.csv' }, 'houses.v2'],
    [{ kind: 'csv', file: 'c:\\d\\houses' }, 'houses'],
    [{ kind: 'csv', file: '.csv' }, '.csv'],
    [{ kind: 'csv', file: 'x/' }, 'csv'],
    [{ kind: 'csv', file: 'a\nb.csv' }, 'csv'],
  ])('without a name it is called after its data: %j', (data, name) => {
    expect(resolveConfig({ data }).name).toBe(name);
    expect(resolveConfig({ data, name: undefined }).name).toBe(name);
    expect(resolveConfig({ data, name: 'mine' }).name).toBe('mine');
  });

  test('minus zero is zero', () => {
    const { data } = resolveConfig({ data: { noiseVariance: -0 } });
    expect(data).toHaveProperty('noiseVariance', 0);
  });
});

const hidden = (...list: unknown[]) => ({ networks: { hidden: list } });
const optimizer = (settings: unknown) => ({ training: { optimizer: settings } });

describe('bad input', () => {
  test.each<[unknown, string]>([
    [null, 'found nothing, expected a map such as { seeds: 10 }'],
    [[1], 'found [1], expected a map such as { seeds: 10 }'],
    [{ training: 5 }, 'training: found 5, expected a map'],
    [{ training: [1] }, 'training: found [1], expected a map'],
    [
      { training: { epochs: 0 } },
      'training.epochs: found 0, expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { epochs: -3 } },
      'training.epochs: found -3, expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { epochs: 2.5 } },
      'training.epochs: found 2.5, expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { epochs: '5' } },
      'training.epochs: found "5", expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { epochs: Number.NaN } },
      'training.epochs: found NaN, expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { batchSize: 0 } },
      'training.batchSize: found 0, expected a whole number from 1 to 100,000,000',
    ],
    [
      { training: { batchSize: 501 } },
      'training.batchSize: found batch size 501 for 500 training samples, expected at most 500',
    ],
    [
      { data: { train: 50 } },
      'data.train: found batch size 100 for 50 training samples, expected at most 50',
    ],
    [{ seed: 4294967295 }, 'seed: found last seed 4,294,967,304, expected at most 4,294,967,295'],
    [
      { data: { noiseVariance: Number.POSITIVE_INFINITY } },
      'data.noiseVariance: found Infinity, expected a variance of 0 or more',
    ],
    [{ data: { kind: 'csv' } }, 'data.file: found no file, expected one'],
    [hidden(), 'networks.hidden: found [], expected at least one network such as [16, 16]'],
    [hidden([0]), 'networks.hidden[0][0]: found 0, expected a whole number from 1 to 1,000,000'],
    [
      hidden([2], [1000001]),
      'networks.hidden[1][0]: found 1000001, expected a whole number from 1 to 1,000,000',
    ],
    [hidden(3), 'networks.hidden[0]: found 3, expected a list of widths such as [16, 16]'],
    [
      hidden([2], [3, 3], [2]),
      'networks.hidden[2]: found [2] again, expected every network once (it is network 1)',
    ],
    [
      { networks: { activation: 'Relu' } },
      'networks.activation: found "Relu", expected linear, relu, leaky-relu, sigmoid, tanh, gelu, gelu-tanh, silu, softplus, elu or softmax; did you mean relu?',
    ],
    [optimizer(7), 'training.optimizer: found 7, expected a name or a map such as { name: sgd }'],
    [
      optimizer({ name: 'adma' }),
      'training.optimizer.name: found "adma", expected sgd, momentum, nesterov, adagrad, adadelta, rmsprop, adam or adamw; did you mean adam?',
    ],
    [
      optimizer({ momentum: 0.5 }),
      'training.optimizer: found momentum with optimizer adam, expected it only with optimizer momentum, nesterov or rmsprop',
    ],
    [
      optimizer({ learningRate: 0 }),
      'training.optimizer.learningRate: found 0, expected a number greater than 0',
    ],
    [
      optimizer({ beta1: 1 }),
      'training.optimizer.beta1: found 1, expected a number from 0 to below 1',
    ],
    [
      { evaluate: { every: 1, points: 5 } },
      'evaluate: found both every and points, expected one of them',
    ],
    [{ threads: 2 }, 'found "threads", which is an execution setting: use --threads'],
    [
      { training: { batch_size: 2 } },
      'training: found unknown key "batch_size", expected method, epochs, batchSize, shuffle, loss, optimizer, schedule, warmup, penalty, clip, earlyStopping or augmentation; did you mean batchSize?',
    ],
    [
      { epohcs: 2 },
      'found unknown key "epohcs", expected name, seed, seeds, data, networks, training, evaluate, variants or diagnostics; did you mean training.epochs?',
    ],
    [{ name: 'a\nb' }, 'name: found "a\\nb", expected a name of 1 to 100 printable characters'],
    [
      { networks: { hidden: [[2, { units: 0 }]] } },
      'networks.hidden[0][1].units: found 0, expected a whole number from 1 to 1,000,000',
    ],
    [
      { networks: { hidden: [[{ units: 2, activation: 'rel' }]] } },
      'networks.hidden[0][0].activation: found "rel", expected linear, relu, leaky-relu, sigmoid, tanh, gelu, gelu-tanh, silu, softplus, elu or softmax; did you mean relu?',
    ],
    [
      { networks: { activation: 'softmax' } },
      'networks.activation: found softmax in a hidden layer, expected it only at the output',
    ],
    [
      {
        data: { kind: 'moons' },
        networks: { output: { activation: 'sigmoid' } },
        training: { loss: 'kl-divergence' },
      },
      'networks.output.activation: found sigmoid with the loss kl-divergence, which takes logits, expected linear',
    ],
    [
      { training: { earlyStopping: { patience: 3, restoreBest: true } } },
      'training.earlyStopping: found unknown key "restoreBest", expected patience, minDelta or monitor',
    ],
    [
      { training: { earlyStopping: { patience: 3 } } },
      'training.earlyStopping: found early stopping without validation rows, expected some: set data.validationFraction',
    ],
    [
      { training: { schedule: { name: 'cosine', minimum: 1 } } },
      'training.schedule.minimum: found 1, expected at most the learning rate 0.01',
    ],
    [{ training: { warmup: 26 } }, 'training.warmup: found 26, expected at most the 25 epochs'],
    [
      { training: { loss: { name: 'mse', delta: 1 } } },
      'training.loss: found delta with loss mse, expected it only with loss huber',
    ],
    [
      { training: { earlyStopping: { monitor: 'test' } } },
      'training.earlyStopping.monitor: found "test", expected validation or train',
    ],
    [
      { training: { earlyStopping: { patience: 'long', monitor: 'train' } } },
      'training.earlyStopping.patience: found "long", expected a whole number from 1 to 10,000,000',
    ],
    [
      { training: { earlyStopping: 5 } },
      'training.earlyStopping: found 5, expected none or a map such as { patience: 10 }',
    ],
    [
      { training: { earlyStopping: { patience: 0 } } },
      'training.earlyStopping.patience: found 0, expected a whole number from 1 to 10,000,000',
    ],
    [{ name: '  ' }, 'name: found "  ", expected a name of 1 to 100 printable characters'],
  ])('%j', (input, message) => {
    expect(messages(input)).toEqual([message]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', (key) => {
    const nested = JSON.parse(`{"training": {"${key}": {"epochs": 3}}}`);
    expect(messages(nested)).toEqual([`training: found key "${key}", which is not allowed`]);
    expect(Object.prototype).not.toHaveProperty('epochs');
  });

  test('all problems in one pass', () => {
    const input = {
      seeds: 0,
      nmae: 'x',
      training: { epochs: 0, loss: 'mes' },
      networks: { hidden: [[0]] },
    };
    expect(messages(input)).toHaveLength(5);
  });
});

describe('arrays in memory', () => {
  const good = { x: [[1, 2]], y: [new Float32Array([3])] };
  const config = (train: unknown, test: unknown = good) => ({
    data: { kind: 'arrays', train, test },
    training: { batchSize: 1 },
  });

  test('are taken as they are', () => {
    const { data } = resolveConfig(config(good));
    expect(data).toMatchObject({ kind: 'arrays', train: good, test: good });
  });

  test.each<[unknown, string]>([
    [config(undefined), 'data.train: found nothing, expected a map { x, y } of rows'],
    [config({ x: [], y: [] }), 'data.train.x: found no rows, expected at least one'],
    [
      config({ x: [[1], [2, 3]], y: [[1], [1]] }),
      'data.train.x[1]: found 2 numbers, expected 1 as in row 0',
    ],
    [
      config({ x: [[1, 2]], y: [[1], [2]] }),
      'data.train.y: found 2 rows, expected 1, one for each row of x',
    ],
    [
      config({ x: [[1, 1e39]], y: [[1]] }),
      'data.train.x[0][1]: found 1e+39, expected a finite number (32-bit float)',
    ],
    [config({ x: [[1]], y: [[1]] }), 'data.test.x: found 2 numbers a row, expected 1 as in train'],
    [
      { ...config(good), training: { batchSize: 2 } },
      'training.batchSize: found batch size 2 for 1 training samples, expected at most 1',
    ],
  ])('%#', (input, message) => {
    expect(messages(input)).toContain(message);
  });
});
