import { resolveConfig } from '../config/resolve.js';
import type { ArraysDataConfig } from '../config/types.js';
import { openArrays } from '../data/arrays.js';
import { NO_ROWS } from '../data/dataset.js';
import { namesClasses } from '../data/labels.js';
import type { TrainingInput } from './types.js';

/**
 * A training as a sweep of one trial: its complete config, its rows, and their sizes.
 *
 * @throws {InputError} with every problem of the input.
 */
export function resolveInput({
  network: { hidden, ...networks },
  data,
  training,
  seed,
  evaluate,
}: Omit<TrainingInput, 'kernels'>) {
  // A config of arrays always has a test set; without one the training set stands in for the checks.
  const arrays = { kind: 'arrays', train: data.train, test: data.test ?? data.train };
  const config = resolveConfig({
    seeds: 1,
    data: arrays,
    networks: { ...networks, hidden: [hidden] },
    ...(training && { training }),
    ...(seed !== undefined && { seed }),
    ...(evaluate && { evaluate }),
  });
  const labelled = namesClasses(config.training.loss);
  const source = openArrays(config.data as ArraysDataConfig, labelled);
  const dataset = source.dataset(config.seed);
  if (data.test) return { config, dataset, shape: source.shape };
  return {
    config,
    dataset: { ...dataset, test: NO_ROWS },
    shape: { ...source.shape, testRows: 0 },
  };
}
