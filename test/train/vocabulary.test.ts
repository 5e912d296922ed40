import { describe, it } from 'vitest';
import { OPTIMIZER_DEFAULTS as D } from '../../src/config/training-defaults.js';
import { ACTIVATIONS, LOSSES, OPTIMIZERS } from './choices.js';
import { expectToFollow } from './follow.js';

describe('a training follows the float64 trainer', () => {
  it.each(ACTIVATIONS.map((each) => [JSON.stringify(each), each] as const))(
    'through hidden layers and outputs of %s',
    async (_, activation) => {
      const hidden = activation === 'softmax' ? 'relu' : activation;
      await expectToFollow({ activations: [hidden, hidden, 'linear'] });
      await expectToFollow({ activations: ['tanh', hidden, activation] });
    },
  );

  it.each(LOSSES.map((each) => [JSON.stringify(each), each] as const))(
    'down the loss %s',
    (_, loss) => expectToFollow({ loss }),
  );

  it.each(OPTIMIZERS)('by %s', (_, optimizer) => expectToFollow({ optimizer }));

  it.each(Object.values(D))(
    'by $name with decay, of all and of weights alone',
    async (optimizer) => {
      await expectToFollow({ optimizer: { ...optimizer, weightDecay: 0.2 } });
      await expectToFollow({ optimizer: { ...optimizer, weightDecay: 0.2, decayBiases: false } });
    },
  );

  it.each([
    { l1: 0.02, l2: 0 },
    { l1: 0, l2: 0.03 },
    { l1: 0.02, l2: 0.03 },
  ])('under the penalties %j', (penalty) => expectToFollow({ penalty }));

  it.each([
    { name: 'norm', limit: 0.1 },
    { name: 'norm', limit: 100 },
    { name: 'value', limit: 0.02 },
  ] as const)('with gradients clipped by $name $limit', async (clip) => {
    await expectToFollow({ clip });
    await expectToFollow({ clip, frozen: [1], optimizer: { ...D.momentum, weightDecay: 0.1 } });
  });

  // The loss falls for five epochs, then rises.
  it.each([3, 1000])('with the best parameters kept, patience %i', async (patience) => {
    const wide = { ...D.sgd, learningRate: 0.8 };
    await expectToFollow({ epochs: 12, optimizer: wide, patience });
    const deep = { ...D.momentum, learningRate: 0.1 };
    await expectToFollow({ epochs: 12, optimizer: deep, patience, frozen: [1] });
  });

  it.each([
    [{ frozen: [1] }],
    [{ frozen: [0] }],
    [{ frozen: [0, 2] }],
    [{ unbiased: [1] }],
    [{ unbiased: [0, 2], frozen: [1] }],
  ])('with %j', async (layers) => {
    await expectToFollow(layers);
    await expectToFollow({ ...layers, optimizer: { ...D.adam, weightDecay: 0.1 } });
  });

  it.each([
    [[3, 1], 10],
    [[4, 5, 1], 17],
    [[5, 7, 3, 2], 8],
    [[1, 1, 1], 4],
    [[4, 16, 16, 1], 1],
    [[9, 13, 12, 5, 4, 1], 6],
    [[2, 40, 1], 5],
  ])('in the shape %j, in batches of %i', async (widths, batchSize) => {
    const depth = widths.length - 2;
    const slow = { ...D.momentum, learningRate: 0.002 };
    for (const hidden of ['relu', 'sigmoid', 'silu'] as const) {
      const activations = [...Array<typeof hidden>(depth).fill(hidden), 'linear' as const];
      for (const optimizer of [D.sgd, slow, D.adam]) {
        await expectToFollow({ activations, batchSize, optimizer }, widths);
      }
    }
  });
});
