import { expect, it } from 'vitest';
import { networkOf, variantOf } from '../variant.js';
import { datasetOf, run } from './runs.js';

const dataset = datasetOf({ train: 3000, test: 40, inputs: 20, outputs: 1, classes: 3 });
const shape = { classes: 3, encoding: 'label' } as const;

it('an evaluation can be interrupted, and shows that it lives', async () => {
  const variant = variantOf(networkOf(20, [700], 3), { loss: 'softmax-cross-entropy' });
  let polls = 0;
  const poll = () => ++polls < 4;
  const { end, points } = await run(variant, dataset, 'wasm', { shape, poll });
  // Twelve blocks of 7 MFLOP: interrupted in the first evaluation, before any training.
  expect([end, points.length, polls]).toEqual(['interrupted', 0, 4]);
});

it('a diverged run keeps the best epoch where it stops early, and no confusion', async () => {
  const sets = datasetOf({ train: 60, validation: 20, test: 20, inputs: 3, outputs: 1 });
  // Descent on a linear network, with a rate that grows until it overshoots.
  const wild = variantOf(networkOf(3, [], 1), {
    optimizer: { name: 'sgd', learningRate: 60, weightDecay: 0, decayBiases: true },
    earlyStopping: { patience: 1000, minDelta: 0, monitor: 'validation' },
    epochs: 1000,
    warmup: 1000,
  });
  const { end, epochs, final } = await run(wild, sets);
  expect(end).toBe('diverged');
  expect(epochs.kept).toBeGreaterThan(0);
  expect(epochs.kept).toBeLessThan(epochs.trained);
  expect(final.slice(0, 1).every(Number.isFinite)).toBe(true);
});
