import type { MetricName } from '../plan/metrics.js';
import { type Spread, spread } from '../stats/spread.js';
import type {
  AggregateRecord,
  NetworkRecord,
  RunRecord,
  SetValues,
  VariantRecord,
} from './schema.js';

/**
 * One record per variant, in their order. Spreads are over the finished runs (`done`): a run that
 * was interrupted ended at another epoch and is not comparable. `seeds` counts all runs, every fold
 * of a seed for itself.
 */
export function aggregate(
  networks: readonly NetworkRecord[],
  variants: readonly VariantRecord[],
  runs: readonly RunRecord[],
): AggregateRecord[] {
  const params = new Map(networks.map((network) => [network.id, network.params]));
  return variants.map((variant) => {
    const own = runs.filter((run) => run.variant === variant.id);
    const done = own.filter((run) => run.status === 'done');
    const names = [...new Set(own.flatMap((run) => Object.keys(run.metrics) as MetricName[]))];
    return {
      variant: variant.id,
      params: params.get(variant.network) ?? unknownNetwork(variant),
      seeds: own.length,
      ...spreads(done.map(({ final }) => final)),
      metrics: Object.fromEntries(
        names.map((name) => [
          name,
          spreads(done.flatMap(({ metrics }) => metrics[name]?.final ?? [])),
        ]),
      ),
    };
  });
}

function spreads(finals: readonly SetValues[]): {
  train: Spread;
  validation?: Spread;
  test: Spread;
} {
  const of = (set: keyof SetValues) => spread(finals.map((final) => final[set] ?? null));
  const validated = finals.some(({ validation }) => validation !== undefined);
  return {
    train: of('train'),
    ...(validated && { validation: of('validation') }),
    test: of('test'),
  };
}

function unknownNetwork(variant: VariantRecord): never {
  throw new Error(`variant ${variant.id} names the network ${variant.network}, which is not there`);
}
