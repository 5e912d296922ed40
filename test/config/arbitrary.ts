import fc from 'fast-check';
import { NAME } from '../../src/config/defaults.js';
import type { SweepConfig } from '../../src/config/types.js';
import { anyData } from './arbitrary-data.js';
import { anyNetworks, anyTraining } from './arbitrary-training.js';

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => NAME.test(text));
const anyParts: fc.Arbitrary<SweepConfig> = fc.record({
  name,
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1e6 }),
  seeds: fc.integer({ min: 1, max: 1e6 }),
  data: anyData,
  networks: anyNetworks,
  training: anyTraining,
  evaluate: fc.oneof(
    fc.record({ every: fc.integer({ min: 1, max: 1e7 }) }),
    fc.record({ points: fc.integer({ min: 2, max: 1e7 }) }),
  ),
});

/** Any complete config that a file can hold: early stopping has rows to go by. */
export const anyConfig: fc.Arbitrary<SweepConfig> = anyParts.map((config) => {
  const { training, data } = config;
  const { earlyStopping } = training;
  if (earlyStopping === 'none' || earlyStopping.monitor === 'train') return config;
  if (data.validationFraction > 0) return config;
  return { ...config, training: { ...training, earlyStopping: 'none' } };
});
