import { expect, it } from 'vitest';
import { loadKernels } from '../../src/entries/kernels-node.js';
import { computeGradients, type InputError, trainNetwork } from '../../src/entries/train.js';

const data = {
  train: {
    x: [
      [1, 2],
      [3, 4],
    ],
    y: [[1], [2]],
  },
};
const training = {
  epochs: 1,
  batchSize: 2,
  optimizer: { name: 'sgd', learningRate: 1e-9 },
} as const;

it('training starts from the parameters that are given', async () => {
  const kernels = await loadKernels();
  const initial = {
    weights: [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [[7, 8, 9]],
    ],
    biases: [[1, 2, 3], [4]],
  };
  const input = { kernels, network: { hidden: [3] }, data, training, initial };
  const { weights, biases, history } = await trainNetwork(input);
  const plain = (rows: Float32Array[][]) => rows.map((layer) => layer.map((row) => [...row]));
  plain(weights)
    .flat(2)
    .forEach((weight, i) => {
      expect(weight).toBeCloseTo(initial.weights.flat(2)[i], 4);
    });
  expect(biases.map((bias) => Math.round(bias[0]))).toEqual([1, 4]);
  const { output, loss } = computeGradients(input);
  // ReLU: h = (1·1 + 2·2 + 1, 3·1 + 4·2 + 2, 5·1 + 6·2 + 3), o = 7·6 + 8·13 + 9·20 + 4.
  expect(output[0][0]).toBe(330);
  expect(loss).toBe(history[0].train);
});

it('parameters that do not fit are refused, all at once', async () => {
  const kernels = await loadKernels();
  const wrong = (initial: never) =>
    trainNetwork({ kernels, network: { hidden: [3] }, data, training, initial }).catch(
      (error) => (error as InputError).message,
    );
  expect(await wrong({ weights: [[[1, 2]]], biases: [[1], [2]] } as never)).toBe(
    'initial.weights: found 1 layers, expected 2',
  );
  expect(
    await wrong({
      weights: [[[1, 2], [3], [4, 5]], [[1, 2]]],
      biases: [
        [1, 2, 3],
        [1, 2],
      ],
    } as never),
  ).toBe(
    [
      'initial.weights[0][1]: found 1 numbers, expected 2',
      'initial.weights[1][0]: found 2 numbers, expected 3',
      'initial.biases[1]: found 2 numbers, expected 1',
    ].join('\n'),
  );
});
