import { lossNoun } from './loss-noun.js';
import { metricsIn, type SetName, setsIn, statisticOf } from './measured.js';
import type { AggregateRecord, MetricName, Results } from './schema.js';
import { comparesLosses } from './varied.js';
import { figure, percent } from './wording.js';

/** By what variants are compared, and which of their numbers is shown. */
export interface Score {
  measure: 'loss' | MetricName;
  /** `loss`, `error`, `accuracy`, `R²`. */
  noun: string;
  statistic: 'mean' | 'median';
  /** Variants are chosen by the validation rows, or by the test rows where there are none. */
  by: SetName;
  /** What is reported of them: the test rows, where there are any. */
  shown: SetName;
  /** −1: less is better. */
  sign: 1 | -1;
  write(value: number | null | undefined): string;
}

/** Accuracy where targets are classes; else the loss, or R² where losses of several kinds are trained. */
export function scoreOf(results: Omit<Results, 'observations'>): Score {
  const sets = setsIn(results);
  const shown = sets.includes('test') ? 'test' : (sets[0] ?? 'test');
  const by = sets.includes('validation') ? 'validation' : shown;
  const metrics = metricsIn(results);
  const statistic = statisticOf(results);
  const set = { by, shown };
  if (metrics.includes('accuracy')) {
    return { measure: 'accuracy', noun: 'accuracy', statistic, ...set, sign: 1, write: percent };
  }
  if (metrics.includes('r2') && !comparesLosses(results).loss) {
    return { measure: 'r2', noun: 'R²', statistic, ...set, sign: 1, write: figure };
  }
  const noun = lossNoun(results);
  return { measure: 'loss', noun, statistic: 'median', ...set, sign: -1, write: figure };
}

/** What a variant scores on a set; null where none of its runs finished. */
export function scored(
  { measure, statistic }: Score,
  record: AggregateRecord,
  set: SetName,
): number | null {
  const sets = measure === 'loss' ? record : record.metrics[measure];
  return sets?.[set]?.[statistic] ?? null;
}

/** Best first; variants without a score last, equals in their order. */
export function ranked(records: readonly AggregateRecord[], score: Score): AggregateRecord[] {
  const worst = Number.NEGATIVE_INFINITY;
  const of = (record: AggregateRecord) => {
    const value = scored(score, record, score.by);
    return value === null ? worst : score.sign * value;
  };
  return records
    .map((record, at) => ({ record, at, value: of(record) }))
    .sort((a, b) => (a.value === b.value ? a.at - b.at : b.value - a.value))
    .map(({ record }) => record);
}
