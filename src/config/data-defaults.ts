import type { DataConfig } from './types.js';

const PREPARATION = { validationFraction: 0, split: 'random', scaling: 'none' } as const;
const FUNCTION = { noiseVariance: 0.01, vary: 'seed', ...PREPARATION } as const;
const CLASSES = {
  train: 500,
  test: 500,
  labelNoise: 0,
  vary: 'seed',
  encoding: 'auto',
  ...PREPARATION,
} as const;
const TESTED = { encoding: 'auto', ...PREPARATION } as const;

export const ASSIGNMENT_DATA = {
  kind: 'assignment',
  train: 500,
  test: 50,
  ...FUNCTION,
} as const;

/**
 * What every kind of data starts from. Files have no default: they must be named.
 *
 * `linear` and `product` are the recipes in which double descent appears; `factor` is
 * scikit-learn's (make_circles).
 */
export const DATA_DEFAULTS: { [K in DataConfig['kind']]: Record<string, unknown> } = {
  assignment: ASSIGNMENT_DATA,
  tutorial: { ...ASSIGNMENT_DATA, kind: 'tutorial' },
  linear: { kind: 'linear', train: 100, test: 1000, inputs: 10, ...FUNCTION, noiseVariance: 0.5 },
  product: { kind: 'product', train: 100, test: 1000, ...FUNCTION, noiseVariance: 0.5 },
  circles: { kind: 'circles', ...CLASSES, noise: 0.05, factor: 0.8 },
  moons: { kind: 'moons', ...CLASSES, noise: 0.05 },
  spirals: { kind: 'spirals', ...CLASSES, noise: 0.05, arms: 2, turns: 1 },
  blobs: { kind: 'blobs', ...CLASSES, classes: 3, deviation: 0.3 },
  xor: { kind: 'xor', ...CLASSES, noise: 0 },
  csv: { kind: 'csv', target: -1, ignore: [], header: 'auto', skipLines: 0, ...TESTED },
  idx: { kind: 'idx', ...TESTED },
  npy: { kind: 'npy', ...TESTED },
  json: { kind: 'json', ...TESTED },
  arrays: { kind: 'arrays', ...TESTED },
};

/** Rows held back for testing where nothing else is said. */
export const DEFAULT_TEST_FRACTION = 0.2;
