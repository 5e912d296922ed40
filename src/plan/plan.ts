import type { SweepConfig } from '../config/types.js';
import { evaluationEpochs } from './evaluation.js';
import { buildNetwork } from './network.js';
import type { DatasetShape, Trial, Variant } from './trial.js';

/** Everything that is to be trained. A plain value: it is sent to every worker once. */
export interface Plan {
  variants: readonly Variant[];
  /** The dataset table: one entry for all seeds, one a seed, or one a seed and fold. */
  datasets: readonly DatasetShape[];
  /** Ordered by variant, then seed, then fold: the order of the results. */
  trials: readonly Trial[];
}

/** An entry of the dataset table as far as the plan is concerned. */
interface Entry {
  seed: number;
  fold?: number;
  shape: DatasetShape;
}

/**
 * config → trials: every network with every seed, on the seed's own entries of the dataset table, or
 * on all of them where they are shared by the seeds.
 */
export function planSweep(config: SweepConfig, entries: readonly Entry[]): Plan {
  const { seed, seeds, networks, training } = config;
  const { shape } = entries[0];
  const variants = networks.hidden.map((hidden): Variant => {
    const network = buildNetwork(shape.inputs, hidden, shape.classes ?? shape.outputs, networks);
    return { id: network.id, network, training, hyper: {} };
  });
  const evaluate = evaluationEpochs(config.evaluate, training.epochs);
  const datasets = entries.map(({ seed, fold }, dataset) => ({ seed, dataset, fold }));
  const bySeed = new Map<number, typeof datasets>();
  for (const entry of datasets) {
    const own = bySeed.get(entry.seed);
    if (own) own.push(entry);
    else bySeed.set(entry.seed, [entry]);
  }
  const trials = variants.flatMap((_, variant) =>
    Array.from({ length: seeds }, (_, i) => seed + i).flatMap((seed) =>
      (bySeed.get(seed) ?? datasets).map(({ dataset, fold }) => ({
        variant,
        seed,
        dataset,
        ...(fold !== undefined && { fold }),
      })),
    ),
  );
  return {
    variants,
    datasets: entries.map((entry) => entry.shape),
    trials: trials.map(
      (trial, index): Trial => ({ ...trial, index, method: 'gradient', evaluate }),
    ),
  };
}
