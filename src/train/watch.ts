import { SETS, type SetName } from '../plan/metrics.js';
import type { Evaluator } from './evaluate.js';
import type { Rates } from './rates.js';
import type { Stopper } from './stopper.js';

/** Looks at the losses after so many epochs: whether training has to stop; undefined: interrupted, or
 * the team is broken. */
export type Watch = (epoch: number) => boolean | undefined;

/**
 * Tells the schedule and the stopper the losses that they go by.
 *
 * @param evaluators of all sets, in their order.
 * @param validated whether there are validation rows: then the schedule goes by them.
 */
export function createWatch(
  evaluators: readonly Evaluator[],
  validated: boolean,
  rates: Rates,
  stopper: Stopper | undefined,
): Watch {
  const lossOver = (set: SetName) => evaluators[SETS.indexOf(set)]()?.[0];
  return (epoch) => {
    if (rates.monitored) {
      const loss = lossOver(validated ? 'validation' : 'train');
      if (loss === undefined) return undefined;
      rates.observe(loss);
    }
    if (!stopper) return false;
    const loss = lossOver(stopper.monitor);
    return loss === undefined ? undefined : stopper.observe(loss, epoch);
  };
}
