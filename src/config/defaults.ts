import type { DataConfig, OptimizerConfig, SweepConfig } from './types.js';

/** What every optimizer starts from; naming another one takes that one's values. */
export const OPTIMIZER_DEFAULTS: { [N in OptimizerConfig['name']]: OptimizerConfig } = {
  sgd: { name: 'sgd', learningRate: 0.01 },
  momentum: { name: 'momentum', learningRate: 0.01, momentum: 0.9 },
  adam: { name: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

const GENERATED = { train: 500, test: 50, noiseVariance: 0.01, vary: 'seed' } as const;

/** What every kind of data starts from. A CSV file has none by default: it must be named. */
export const DATA_DEFAULTS: { [K in DataConfig['kind']]: Record<string, unknown> } = {
  assignment: { kind: 'assignment', ...GENERATED },
  tutorial: { kind: 'tutorial', ...GENERATED },
  csv: { kind: 'csv', target: -1, header: 'auto' },
  arrays: { kind: 'arrays' },
};

/** Rows held back for testing when a CSV file comes without a test file. */
export const DEFAULT_TEST_FRACTION = 0.2;

/** The sweep that runs when nothing is said. */
export const DEFAULT_CONFIG: SweepConfig = {
  name: 'assignment',
  seed: 42,
  seeds: 10,
  data: { kind: 'assignment', ...GENERATED },
  networks: {
    hidden: [[2], [3], [5], [8], [20], [50], [83], [167], [400], [2000]],
    activation: 'relu',
    init: 'torch',
  },
  training: {
    epochs: 25,
    batchSize: 100,
    shuffle: false,
    loss: 'mse',
    optimizer: OPTIMIZER_DEFAULTS.adam,
  },
  evaluate: { every: 1 },
};

/** A sweep without a name is called after its data. */
export function defaultName(data: DataConfig): string {
  if (data.kind !== 'csv') return data.kind;
  const file = data.file.path.split(/[/\\]/).at(-1) ?? '';
  const stem = file.replace(/(?<=.)\.[^.]*$/, '').slice(0, 100);
  return NAME.test(stem) ? stem : data.kind;
}

/** What may be a name: 1 to 100 characters that can be printed, not all of them blanks. */
export const NAME = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]{1,100}$/u;
