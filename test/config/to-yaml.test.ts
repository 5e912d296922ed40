import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';
import { resolveConfig, resolveLayers } from '../../src/config/resolve.js';
import { toYaml } from '../../src/config/to-yaml.js';
import { anyConfig } from './arbitrary.js';

test('the default config reads as documented', () => {
  expect(toYaml(DEFAULT_CONFIG)).toBe(`name: assignment
seed: 42
seeds: 10
data: { kind: assignment, train: 500, test: 50, noiseVariance: 0.01, vary: seed, validationFraction: 0, split: random, scaling: none }
networks:
  hidden: [[2], [3], [5], [8], [20], [50], [83], [167], [400], [2000]]
  activation: relu
  init: torch
  dropout: 0
  bias: true
  output: { activation: linear, bias: true, frozen: false }
training:
  epochs: 25
  batchSize: 100
  shuffle: false
  loss: mse
  optimizer: { name: adam, learningRate: 0.01, weightDecay: 0, decayBiases: true, beta1: 0.9, beta2: 0.999, epsilon: 1.0e-8, amsgrad: false }
  schedule: constant
  warmup: 0
  penalty: { l1: 0, l2: 0 }
  clip: none
  earlyStopping: none
  augmentation: { noise: 0, flip: none, shift: 0, rotation: 0 }
evaluate: { every: 1 }
`);
});

test('what is printed loads again to the same config', async () => {
  await fc.assert(
    fc.asyncProperty(anyConfig, async (config) => {
      const layer = await parseConfig(toYaml(config), 'printed.yaml');
      expect(resolveLayers([layer])).toEqual({ config, problems: [] });
    }),
  );
});

test('JSON of a config loads to the same config', async () => {
  await fc.assert(
    fc.asyncProperty(anyConfig, async (config) => {
      const layer = await parseConfig(JSON.stringify(config), 'config.json');
      expect(resolveLayers([layer])).toEqual({ config, problems: [] });
    }),
  );
});

test('any resolved config resolves to itself', () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      expect(resolveConfig(config)).toEqual(config);
    }),
  );
});

test('arrays cannot be printed', () => {
  const samples = { x: [[1]], y: [[1]] };
  const { data } = resolveConfig({
    data: { kind: 'arrays', train: samples, test: samples },
    training: { batchSize: 1 },
  });
  expect(() => toYaml({ ...DEFAULT_CONFIG, data })).toThrow(TypeError);
});
