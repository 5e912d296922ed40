import { ASSIGNMENT_DATA } from './data-defaults.js';
import { FILE_KEYS, readsFiles } from './files.js';
import type { DataConfig, FileInput, OptimizerConfig, SweepConfig } from './types.js';

/** What every optimizer starts from; naming another one takes that one's values. */
export const OPTIMIZER_DEFAULTS: { [N in OptimizerConfig['name']]: OptimizerConfig } = {
  sgd: { name: 'sgd', learningRate: 0.01 },
  momentum: { name: 'momentum', learningRate: 0.01, momentum: 0.9 },
  adam: { name: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

/** The sweep that runs when nothing is said. */
export const DEFAULT_CONFIG: SweepConfig = {
  name: 'assignment',
  seed: 42,
  seeds: 10,
  data: ASSIGNMENT_DATA,
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
  if (!readsFiles(data)) return data.kind;
  const { path } = (data as unknown as Record<string, FileInput>)[FILE_KEYS[data.kind].rows];
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const stem = file
    .replace(/(?<=.)\.gz$/i, '')
    .replace(/(?<=.)\.[^.]*$/, '')
    .slice(0, 100);
  return NAME.test(stem) ? stem : data.kind;
}

/** What may be a name: 1 to 100 characters that can be printed, not all of them blanks. */
export const NAME = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]{1,100}$/u;
