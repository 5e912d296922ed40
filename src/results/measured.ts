import { SETS, type SetName } from '../plan/metrics.js';
import type { MetricName, Results } from './schema.js';

export type { SetName };
export { SETS };

/** What sentences and keys call the sets. */
export const SET_WORDS: Readonly<Record<SetName, string>> = {
  train: 'training',
  validation: 'validation',
  test: 'test',
};

/** Every metric, in the order in which it is written. */
export const METRICS: readonly MetricName[] = ['accuracy', 'mae', 'r2'];

/** The metrics of a sweep: those of its runs. */
export function metricsIn({ runs }: Pick<Results, 'runs'>): MetricName[] {
  return METRICS.filter((name) => runs.some(({ metrics }) => metrics[name] !== undefined));
}

/** The sets of a sweep: validation only where there are validation rows. */
export function setsIn({ runs }: Pick<Results, 'runs'>): SetName[] {
  return SETS.filter((set) => runs.some(({ final }) => final[set] !== undefined));
}

/** The number of folds of its cross-validation; 0: there is none. */
export function foldsIn({ runs }: Pick<Results, 'runs'>): number {
  return new Set(runs.flatMap(({ fold }) => fold ?? [])).size;
}

/** What stands for the runs of a network: over folds the mean of a metric, because a fold may hold
 * too few rows for a median. */
export function statisticOf(results: Pick<Results, 'runs'>): 'mean' | 'median' {
  return foldsIn(results) > 0 ? 'mean' : 'median';
}
