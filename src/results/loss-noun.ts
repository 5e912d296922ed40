import { type LossName, nameOf, type SweepConfig } from '../config/types.js';

/** The loss of a config as results.json holds it. */
export function lossName(config: Record<string, unknown>): LossName {
  return nameOf((config as unknown as SweepConfig).training.loss);
}

/** What sentences call it: squared errors are errors; other losses are not, and least of all where
 * a reader takes an error for a wrong answer. */
export function lossNoun(config: Record<string, unknown>): 'error' | 'loss' {
  return lossName(config) === 'mse' ? 'error' : 'loss';
}
