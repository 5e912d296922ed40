import { type LossName, nameOf, type SweepConfig } from '../config/types.js';
import { metricsIn } from './measured.js';
import type { Results } from './schema.js';

/** The loss of a config as results.json holds it. */
export function lossName(config: Record<string, unknown>): LossName {
  return nameOf((config as unknown as SweepConfig).training.loss);
}

/** What sentences call it: squared errors are errors; other losses are not, and no loss is where a
 * reader takes an error for a wrong answer. */
export function lossNoun(results: Pick<Results, 'config' | 'runs'>): 'error' | 'loss' {
  const isSquared = lossName(results.config) === 'mse';
  return isSquared && !metricsIn(results).includes('accuracy') ? 'error' : 'loss';
}
