import { spread } from '../stats/spread.js';
import type { AggregateRecord, NetworkRecord, RunRecord, VariantRecord } from './schema.js';

/**
 * One record per variant, in their order. Spreads are over the finished runs (`done`): a run that
 * was interrupted ended at another epoch and is not comparable. `seeds` counts all runs.
 */
export function aggregate(
  networks: readonly NetworkRecord[],
  variants: readonly VariantRecord[],
  runs: readonly RunRecord[],
): AggregateRecord[] {
  const params = new Map(networks.map((network) => [network.id, network.params]));
  return variants.map((variant) => {
    const own = runs.filter((run) => run.variant === variant.id);
    const finals = own.filter((run) => run.status === 'done').map((run) => run.final);
    return {
      variant: variant.id,
      params: params.get(variant.network) ?? unknownNetwork(variant),
      seeds: own.length,
      train: spread(finals.map((final) => final.train)),
      test: spread(finals.map((final) => final.test)),
    };
  });
}

function unknownNetwork(variant: VariantRecord): never {
  throw new Error(`variant ${variant.id} names the network ${variant.network}, which is not there`);
}
