import fc from 'fast-check';
import { NAME } from '../../src/config/defaults.js';
import { ACTIVATIONS, INITS, MAX_WIDTH } from '../../src/config/schema/networks.js';
import type { SweepConfig } from '../../src/config/types.js';
import { anyData } from './arbitrary-data.js';

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((x) => x + 0);
const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => NAME.test(text));
const optimizer = fc.oneof(
  fc.record({ name: fc.constant('sgd' as const), learningRate: positive }),
  fc.record({ name: fc.constant('momentum' as const), learningRate: positive, momentum: unit }),
  fc.record({
    name: fc.constant('adam' as const),
    learningRate: positive,
    beta1: unit,
    beta2: unit,
    epsilon: positive,
  }),
);

/** Any complete config that a file can hold. */
export const anyConfig: fc.Arbitrary<SweepConfig> = fc.record({
  name,
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1e6 }),
  seeds: fc.integer({ min: 1, max: 1e6 }),
  data: anyData,
  networks: fc.record({
    hidden: fc.uniqueArray(fc.array(fc.integer({ min: 1, max: MAX_WIDTH }), { maxLength: 3 }), {
      minLength: 1,
      selector: (widths) => widths.join(),
    }),
    activation: fc.constantFrom(...ACTIVATIONS),
    init: fc.constantFrom(...INITS),
  }),
  training: fc.record({
    epochs: fc.integer({ min: 1, max: 1e7 }),
    batchSize: fc.integer({ min: 1, max: 1000 }),
    shuffle: fc.boolean(),
    loss: fc.constant('mse' as const),
    optimizer,
  }),
  evaluate: fc.oneof(
    fc.record({ every: fc.integer({ min: 1, max: 1e7 }) }),
    fc.record({ points: fc.integer({ min: 2, max: 1e7 }) }),
  ),
});
