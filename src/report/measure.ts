import type {
  AggregateRecord,
  MetricName,
  RunRecord,
  SetCurves,
  SetSpreads,
  SetValues,
  Spread,
} from '../results/schema.js';

/** What a figure shows of runs and networks: their loss or one of their metrics. */
export interface Measure {
  final(run: RunRecord): SetValues | undefined;
  history(run: RunRecord): SetCurves | undefined;
  spreads(record: AggregateRecord): SetSpreads | undefined;
}

export const LOSS: Measure = {
  final: (run) => run.final,
  history: (run) => run.history,
  spreads: (record) => record,
};

/** @param statistic what stands in the middle of its spreads. */
export function metricMeasure(name: MetricName, statistic: 'mean' | 'median' = 'median'): Measure {
  const middle = (spread: Spread): Spread => ({ ...spread, median: spread[statistic] });
  return {
    final: ({ metrics }) => metrics[name]?.final,
    history: ({ metrics }) => metrics[name]?.history,
    spreads: ({ metrics: { [name]: sets } }) =>
      sets && {
        train: middle(sets.train),
        ...(sets.validation && { validation: middle(sets.validation) }),
        test: middle(sets.test),
      },
  };
}
