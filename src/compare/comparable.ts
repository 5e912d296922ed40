import { lossName } from '../results/loss-noun.js';
import { METRICS, metricsIn } from '../results/measured.js';
import type { MetricName } from '../results/schema.js';
import { comparesLosses } from '../results/varied.js';
import type { LabelledRun, MeasureName } from './types.js';

export const MEASURES: readonly MeasureName[] = ['loss', ...METRICS];

/** What runs are compared by where nothing is said: accuracy where all have classes, else the loss. */
export function usualMeasure(runs: readonly LabelledRun[]): MeasureName {
  return commonMetrics(runs).includes('accuracy') ? 'accuracy' : 'loss';
}

/** Why runs cannot be compared by a measure, a line each; empty: they can. */
export function obstacles(runs: readonly LabelledRun[], measure: MeasureName): string[] {
  const common = commonMetrics(runs);
  const instead = common.length === 0 ? '' : `; --measure ${common.join(' or ')} compares them`;
  if (measure !== 'loss') {
    const without = runs.filter(({ results }) => !metricsIn(results).includes(measure));
    return without.map(({ label }) => `${label}: found no ${measure}, expected one in every run`);
  }
  const mixed = runs.filter(({ results }) => !comparesLosses(results).loss);
  if (mixed.length > 0) {
    return mixed.map(
      ({ label }) => `${label}: found losses of several kinds, expected one in every run${instead}`,
    );
  }
  const [first, ...others] = runs;
  return others.flatMap((other) => {
    const [a, b] = [kindOf(first), kindOf(other)];
    if (a === b) return [];
    return [`${other.label}: found ${b}, expected ${a} as in ${first.label}${instead}`];
  });
}

/** What a loss is, as far as it takes to compare two of them. */
function kindOf({ results }: LabelledRun): string {
  const { config, datasets } = results;
  const { loss } = config.training as { loss: unknown };
  const words = typeof loss === 'string' ? `the loss ${loss}` : `the loss ${JSON.stringify(loss)}`;
  const rows = [...new Set(datasets.map(({ testRows }) => testRows))].sort((a, b) => a - b);
  // A sum grows with its rows.
  const over = lossName(config) === 'half-sse' ? ` over ${rows.join(' or ')} test rows` : '';
  const targets = metricsIn(results).includes('accuracy') ? 'classes' : 'quantities';
  return `${words}${over} on ${targets}`;
}

function commonMetrics(runs: readonly LabelledRun[]): MetricName[] {
  return METRICS.filter((name) => runs.every(({ results }) => metricsIn(results).includes(name)));
}
