import { InputError } from '../config/problem.js';
import type { SweepConfig } from '../config/types.js';
import type { DatasetShape } from './trial.js';

/** @throws {InputError} when a minibatch would be larger than the training set. */
export function checkBatchSize({ training }: SweepConfig, { trainRows }: DatasetShape): void {
  if (training.batchSize <= trainRows) return;
  const message = `found ${training.batchSize}, expected at most the ${trainRows} training rows`;
  throw new InputError([{ where: 'training.batchSize', message }]);
}
