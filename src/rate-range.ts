import { InputError } from './config/problem.js';
import { resolveConfig } from './config/resolve.js';
import type { SweepConfig } from './config/types.js';
import type { SweepInput, SweepOptions } from './events.js';
import { HIGHEST_RATE, LOWEST_RATE, type RateRange, rateRanges } from './results/rate-range.js';
import { sweep } from './sweep.js';

/** Which learning rates are tried, and for how long. */
export interface RateTrial {
  /** The lowest; default 1e-5. */
  from?: number;
  /** The highest; default 10. */
  to?: number;
  /** How many, at equal ratios; default 25. */
  points?: number;
  /** Epochs of each; default 5. */
  epochs?: number;
  /** Seeds of each; default 3. */
  seeds?: number;
}

/**
 * Finds the learning rates that work for the networks, data and optimizer of a config: trains each
 * network for a few epochs at each of many rates, all from the same initial weights, all in
 * parallel. Unlike a range test in one run that raises the rate step by step (Smith, WACV 2017), a
 * rate is judged from the start of training, not from where lower rates have led.
 *
 * @returns a range for every network, in order.
 * @throws {InputError} with every problem of config and trial; a config with variants is one.
 */
export async function learningRateRange(
  input: SweepInput = {},
  trial: RateTrial = {},
  options: SweepOptions = {},
): Promise<RateRange[]> {
  const { outcome } = sweep(rateSweep(resolveConfig(input), trial), { ...options, keep: 'none' });
  return rateRanges((await outcome).results);
}

/**
 * The sweep that tries the rates: as the config, briefly, at a constant rate.
 *
 * @param config complete.
 * @throws {InputError} as learningRateRange does.
 */
export function rateSweep(config: SweepConfig, trial: RateTrial = {}): SweepConfig {
  const { from = LOWEST_RATE, to = HIGHEST_RATE, points = 25, epochs = 5, seeds = 3 } = trial;
  const { variants, training, diagnostics: _, ...rest } = config;
  if (variants) {
    const message = 'found variants, expected none: only the learning rate varies here';
    throw new InputError([{ where: 'variants', message }]);
  }
  if (training.method === 'least-squares') {
    const message = `found ${training.method}, expected gradient: there is no learning rate`;
    throw new InputError([{ where: 'training.method', message }]);
  }
  return resolveConfig({
    ...rest,
    seeds,
    training: { ...training, epochs, schedule: 'constant', warmup: 0, earlyStopping: 'none' },
    evaluate: { every: epochs },
    variants: { grid: { learningRate: { from, to, points, scale: 'log' } } },
  });
}
