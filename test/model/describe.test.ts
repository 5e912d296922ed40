import { describe, expect, it } from 'vitest';
import type { ActivationName, LossConfig } from '../../src/config/types.js';
import { recordOf, type Trained } from '../../src/model/describe.js';
import type { Layer } from '../../src/plan/network.js';

const layer = (units: number, activation: ActivationName): Layer => ({
  ...{ units, activation, params: {}, bias: true },
  ...{ frozen: true, dropout: 0.5, init: 'torch' },
});

function trained(
  loss: LossConfig,
  encoding: Trained['shape']['encoding'],
  output: Layer,
  extra: Partial<Trained> = {},
): Trained {
  return {
    network: { id: '2-4', inputs: 2, layers: [output] },
    loss,
    shape: encoding ? { encoding } : {},
    weights: [Array.from({ length: output.units }, () => Float32Array.of(1, 2))],
    biases: [new Float32Array(output.units)],
    origin: { seed: 1 },
    ...extra,
  };
}

const three = ['a', 'b', 'c'];
const two = ['no', 'yes'];

describe('what outputs mean', () => {
  const linear = (units: number) => layer(units, 'linear');
  it.each<[LossConfig, Trained['shape']['encoding'], Layer, readonly string[] | undefined, object]>(
    [
      ['mse', undefined, linear(3), undefined, { kind: 'numbers' }],
      // Words that a column of numbers happened to have are no classes.
      [{ name: 'huber', delta: 1 }, undefined, linear(3), three, { kind: 'numbers' }],
      [
        'softmax-cross-entropy',
        'label',
        linear(3),
        three,
        { kind: 'classes', classes: 3, classNames: three, outputs: 'logits' },
      ],
      [
        'softmax-cross-entropy',
        'label',
        linear(3),
        undefined,
        { kind: 'classes', classes: 3, outputs: 'logits' },
      ],
      [
        'kl-divergence',
        undefined,
        linear(3),
        undefined,
        { kind: 'classes', classes: 3, outputs: 'logits' },
      ],
      [
        'mse',
        'one-hot',
        layer(3, 'softmax'),
        three,
        { kind: 'classes', classes: 3, classNames: three, outputs: 'probabilities' },
      ],
      [
        'l1',
        'one-hot',
        layer(3, 'sigmoid'),
        undefined,
        { kind: 'classes', classes: 3, outputs: 'scores' },
      ],
      [
        'binary-cross-entropy',
        'binary',
        linear(1),
        two,
        { kind: 'binary', threshold: 0, classNames: two, outputs: 'logits' },
      ],
      // A sigmoid of its own for each of three classes.
      [
        'binary-cross-entropy',
        'one-hot',
        linear(3),
        three,
        { kind: 'classes', classes: 3, classNames: three, outputs: 'scores' },
      ],
      [
        'binary-cross-entropy',
        undefined,
        linear(2),
        two,
        { kind: 'binary', threshold: 0, outputs: 'logits' },
      ],
      [
        'mse',
        'binary',
        layer(1, 'sigmoid'),
        two,
        { kind: 'binary', threshold: 0.5, classNames: two, outputs: 'probabilities' },
      ],
      [
        'mse',
        'binary',
        linear(1),
        undefined,
        { kind: 'binary', threshold: 0.5, outputs: 'scores' },
      ],
    ],
  )('%j, %s, %j', (loss, encoding, output, classNames, answer) => {
    expect(recordOf(trained(loss, encoding, output, { classNames })).answer).toEqual(answer);
  });
});

it('leaves out how the network was trained', () => {
  const scale = { shift: Float64Array.of(1, 2), unit: Float64Array.of(3, 0) };
  const shape = { image: { height: 2, width: 1, channels: 1 } };
  const made = trained('mse', undefined, layer(1, 'relu'), { scale, shape });
  expect(recordOf(made)).toEqual({
    network: { inputs: 2, layers: [{ units: 1, activation: 'relu', params: {}, bias: true }] },
    weights: made.weights,
    biases: made.biases,
    scale: { shift: [1, 2], unit: [3, 0] },
    answer: { kind: 'numbers' },
    image: { height: 2, width: 1, channels: 1 },
    origin: { seed: 1 },
  });
});
