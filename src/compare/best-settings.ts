import { setsIn } from '../results/measured.js';
import type { AggregateRecord, Results } from '../results/schema.js';
import type { MeasureName } from './types.js';

/** Settings are chosen by the validation rows where all runs have some, else by the test rows. */
export function choosingSet(runs: readonly Results[]): 'validation' | 'test' {
  return runs.every((run) => setsIn(run).includes('validation')) ? 'validation' : 'test';
}

/** What a setting is chosen by: higher is better, null where none of its trainings finished. */
export function scoreOn(measure: MeasureName, set: 'validation' | 'test') {
  return (record: AggregateRecord): number | null => {
    const spreads = measure === 'loss' ? record : record.metrics[measure];
    const value = spreads?.[set]?.median ?? null;
    return value === null ? null : isError(measure) ? -value : value;
  };
}

/** Whether less is better. */
export function isError(measure: MeasureName): boolean {
  return measure === 'loss' || measure === 'mae';
}

/**
 * Of every network the setting that does best, where a run varies more than networks.
 *
 * @param score higher is better; null comes last. The first of equals counts.
 */
export function bestSettings(
  { aggregate, variants }: Pick<Results, 'aggregate' | 'variants'>,
  score: (record: AggregateRecord) => number | null,
): AggregateRecord[] {
  const networks = new Map(variants.map(({ id, network }) => [id, network]));
  const best = new Map<string, AggregateRecord>();
  const value = (record: AggregateRecord) => score(record) ?? Number.NEGATIVE_INFINITY;
  for (const record of aggregate) {
    const network = networks.get(record.variant) ?? record.variant;
    const rival = best.get(network);
    if (rival === undefined || value(record) > value(rival)) best.set(network, record);
  }
  return [...best.values()];
}
