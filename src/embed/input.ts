import { InputError } from '../config/problem.js';
import { resolveConfig } from '../config/resolve.js';
import type { ArraysDataConfig } from '../config/types.js';
import { openArrays } from '../data/arrays.js';
import { NO_ROWS } from '../data/dataset.js';
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
  if ('initial' in networks && networks.initial !== undefined) {
    const message = 'found a file to start from, expected its parameters in `initial` of the input';
    throw new InputError([{ where: 'network.initial', message }]);
  }
  // A config of arrays always has a test set; without one the training set stands in for the checks.
  const isTested = [data.test, data.testFraction, data.testRows].some((way) => way !== undefined);
  const arrays = { kind: 'arrays', ...data, ...(!isTested && { test: data.train }) };
  const config = resolveConfig({
    seeds: 1,
    data: arrays,
    networks: { ...networks, hidden: [hidden] },
    ...(training && { training }),
    ...(seed !== undefined && { seed }),
    ...(evaluate && { evaluate }),
  });
  const source = openArrays(config.data as ArraysDataConfig, config.training.loss, config);
  const dataset = source.dataset(0);
  const [{ shape }] = source.entries;
  const { arraysSha256 } = source;
  if (isTested) return { config, dataset, shape, arraysSha256 };
  const rest = { shape: { ...shape, testRows: 0 }, arraysSha256 };
  return { config, dataset: { ...dataset, test: NO_ROWS }, ...rest };
}
