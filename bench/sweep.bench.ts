import { updateFlops } from '../dist/plan/flops.js';
import type { BenchCase } from './case.js';
import { optimizerOf, trainersOf, variantOf } from './trainer.js';

const HIDDEN = [[2], [4], [8], [16], [32], [64], [128], [256], [16, 16], [32, 32]];
const UPDATES = 125;
const BATCH = 100;
const EPOCHS = 25;

/** Ten networks over four inputs, 125 updates each, one after another on one thread; updates only. */
export const sweepCases: BenchCase[] = (['sgd', 'adam'] as const).map((name) => {
  const variants = HIDDEN.map((hidden) => variantOf([4, ...hidden, 1], BATCH, optimizerOf(name)));
  return {
    name: `sweep/ten-networks/${name}`,
    flops: variants.reduce((sum, { network }) => sum + UPDATES * updateFlops(network, BATCH), 0),
    prepare: async (backend) => {
      const trainers = await trainersOf(backend, variants, (UPDATES / EPOCHS) * BATCH);
      return () => {
        for (const train of trainers) {
          for (let epoch = 0; epoch < EPOCHS; epoch++) train();
        }
      };
    },
  };
});

const ROWS = 8000;

/** An epoch over as many rows as are trained on of MNIST's 10,000 test images. */
const variant = variantOf([784, 100, 10], BATCH, optimizerOf('sgd'), {
  loss: 'softmax-cross-entropy',
});
export const epochCases: BenchCase[] = [
  {
    name: `epoch/8000x${variant.network.id}/relu-softmax/sgd`,
    flops: (ROWS / BATCH) * updateFlops(variant.network, BATCH),
    prepare: async (backend) => {
      const [train] = await trainersOf(backend, [variant], ROWS);
      return train;
    },
  },
];
