import type { Spread } from '../../stats/spread.js';
import { lossName } from '../loss-noun.js';
import { metricsIn, SET_WORDS, type SetName, setsIn, statisticOf } from '../measured.js';
import type { AggregateRecord, MetricName, Observation, Results } from '../schema.js';
import { figure, percent } from '../wording.js';

/** How sentences call a metric and write its values, and whether larger ones are better. */
const METRIC_WORDS: Record<MetricName, { name: string; write: typeof figure; sign: 1 | -1 }> = {
  accuracy: { name: 'accuracy', write: percent, sign: 1 },
  r2: { name: 'R²', write: figure, sign: 1 },
  mae: { name: 'MAE (mean absolute error)', write: figure, sign: -1 },
};

/** The accuracy of always naming the most frequent class of the training rows. */
export interface Majority {
  train: number | null;
  test: number | null;
}

type Measured = Omit<Results, 'observations'>;

/** Which network does best by each metric, and how well. */
export function metrics(results: Measured, majority: Majority | undefined): Observation[] {
  const shown = metricsIn(results).filter(
    // The loss itself says it.
    (name) => !(name === 'mae' && lossName(results.config) === 'l1'),
  );
  return shown.flatMap((name) => bestBy(results, name, name === 'accuracy' ? majority : undefined));
}

function bestBy(results: Measured, metric: MetricName, majority?: Majority): Observation[] {
  const { name, write } = METRIC_WORDS[metric];
  const best = bestNetwork(results, metric);
  if (best === undefined) return [];
  const { record, by, statistic } = best;
  const sets = setsIn(results);
  const values = (of: Partial<Record<SetName, number | null>>) =>
    [...sets]
      .reverse()
      .flatMap((set) => (of[set] === undefined ? [] : [`${SET_WORDS[set]} ${write(of[set])}`]))
      .join(', ');
  const middle = (of: AggregateRecord) =>
    Object.fromEntries(sets.map((set) => [set, of.metrics[metric]?.[set]?.[statistic] ?? null]));
  const sentences = [
    `By its ${statistic} ${SET_WORDS[by]} ${name} the best network is ${record.variant}: ` +
      `${values(middle(record))}.`,
    ...(majority ? [`Always naming the most frequent class: ${values({ ...majority })}.`] : []),
  ];
  const networks = results.aggregate.map((of) => ({ variant: of.variant, ...middle(of) }));
  const evidence = {
    by,
    statistic,
    variant: record.variant,
    networks,
    ...(majority && { majority }),
  };
  return [{ kind: metric, text: sentences.join(' '), evidence }];
}

/**
 * The first of the networks that do best on the validation rows or, without them, on the test rows;
 * over folds by the mean, because a fold may hold too few rows for a median. Undefined where none
 * has a value.
 */
export function bestNetwork(
  results: Pick<Results, 'runs' | 'aggregate'>,
  metric: MetricName,
):
  | { record: AggregateRecord; by: SetName; statistic: keyof Spread & ('mean' | 'median') }
  | undefined {
  const by = setsIn(results).includes('validation') ? 'validation' : 'test';
  const statistic = statisticOf(results);
  const { sign } = METRIC_WORDS[metric];
  const score = (record: AggregateRecord) => record.metrics[metric]?.[by]?.[statistic] ?? null;
  const scored = results.aggregate.filter((record) => score(record) !== null);
  if (scored.length === 0) return undefined;
  const record = scored.reduce((best, each) =>
    sign * score(each)! > sign * score(best)! ? each : best,
  );
  return { record, by, statistic };
}
