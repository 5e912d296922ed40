import { metricsIn, setsIn } from '../results/measured.js';
import { bestNetwork } from '../results/observations/metric.js';
import type { AggregateRecord, Results, RunRecord } from '../results/schema.js';
import { comparesLosses } from '../results/varied.js';
import type { InspectedNetwork } from './types.js';

type Measured = Pick<Results, 'runs' | 'aggregate' | 'config'>;

/**
 * The run to look at: of the network with the best accuracy or, where targets are quantities, with the
 * lowest loss (the best R² where losses of several kinds were trained), that of the first seed and
 * fold. Undefined where no network has a finished run, or the best one did not finish that one.
 */
export function bestRun(
  results: Measured,
): { run: RunRecord; best: InspectedNetwork['best'] } | undefined {
  const found = find(results);
  if (!found) return undefined;
  const run = results.runs.find(({ variant }) => variant === found.record.variant);
  return run?.status === 'done' ? { run, best: found.best } : undefined;
}

interface Best {
  record: AggregateRecord;
  best: InspectedNetwork['best'];
}

function find(results: Measured): Best | undefined {
  if (metricsIn(results).includes('accuracy')) return byMetric(results, 'accuracy');
  return comparesLosses(results).loss ? byLoss(results) : byMetric(results, 'r2');
}

function byMetric(results: Measured, metric: 'accuracy' | 'r2'): Best | undefined {
  const found = bestNetwork(results, metric);
  if (!found) return undefined;
  const { record, by: set, statistic } = found;
  const value = record.metrics[metric]?.[set]?.[statistic];
  return { record, best: { metric, set, statistic, value: value as number } };
}

/** By the median, as sentences and figures have it. */
function byLoss(results: Measured): Best | undefined {
  const set = setsIn(results).includes('validation') ? 'validation' : 'test';
  let best: Best | undefined;
  for (const record of results.aggregate) {
    const value = record[set]?.median ?? null;
    if (value === null || (best && value >= best.best.value)) continue;
    best = { record, best: { metric: 'loss', set, statistic: 'median', value } };
  }
  return best;
}
