import { updateFlops } from '../dist/plan/flops.js';
import type { BenchCase } from './case.js';
import { OPTIMIZERS, trainersOf, variantOf } from './trainer.js';

/** Layer widths and batch size. One minibatch: gather, forward, loss, backward, update. */
const STEPS = [
  [[4, 2, 1], 100],
  [[4, 8, 1], 100],
  [[4, 32, 1], 100],
  [[4, 256, 1], 100],
  [[4, 2000, 1], 100],
  [[4, 16, 16, 1], 100],
  [[784, 100, 10], 100],
  [[784, 1024, 1024, 10], 128],
] as const;

const always = () => true;

export const stepCases: BenchCase[] = STEPS.flatMap(([widths, batch]) =>
  (['sgd', 'momentum', 'adam'] as const)
    .filter((name) => name === 'sgd' || widths[1] <= 256)
    .map((name) => {
      const variant = variantOf(widths, batch, OPTIMIZERS[name]);
      return {
        name: `step/${variant.network.id}/relu/${name}`,
        flops: updateFlops(variant.network, batch),
        prepare: async (backend) => {
          const [train] = await trainersOf(backend, [variant], batch);
          return () => {
            train(0, always);
          };
        },
      };
    }),
);
