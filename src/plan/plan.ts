import type { SweepConfig } from '../config/types.js';
import { evaluationEpochs } from './evaluation.js';
import { buildNetwork } from './network.js';
import type { DatasetShape, Trial, Variant } from './trial.js';

/** Everything that is to be trained. A plain value: it is sent to every worker once. */
export interface Plan {
  variants: readonly Variant[];
  /** The dataset table: one entry, or one per seed. */
  datasets: readonly DatasetShape[];
  /** Ordered by variant, then seed: the order of the results. */
  trials: readonly Trial[];
}

/** Whether every seed has a dataset of its own. */
function variesBySeed({ data }: SweepConfig): boolean {
  if (data.kind === 'arrays') return false;
  if (data.kind === 'csv' && data.testFile) return false;
  return data.vary === 'seed';
}

/** Seeds of the dataset table, in order. */
export function datasetSeeds(config: SweepConfig): number[] {
  const count = variesBySeed(config) ? config.seeds : 1;
  return Array.from({ length: count }, (_, i) => config.seed + i);
}

/** config → trials. Every dataset has the shape `data`. */
export function planSweep(config: SweepConfig, data: DatasetShape): Plan {
  const { seed, seeds, networks, training } = config;
  const variants = networks.hidden.map((hidden): Variant => {
    const network = buildNetwork(data.inputs, hidden, data.classes ?? data.outputs, networks);
    return { id: network.id, network, training, hyper: {} };
  });
  const evaluate = evaluationEpochs(config.evaluate, training.epochs);
  const varies = variesBySeed(config);
  const trials = variants.flatMap((_, variant) =>
    Array.from({ length: seeds }, (_, i) => ({ variant, seed: seed + i, dataset: varies ? i : 0 })),
  );
  return {
    variants,
    datasets: datasetSeeds(config).map(() => data),
    trials: trials.map(
      (trial, index): Trial => ({ ...trial, index, method: 'gradient', evaluate }),
    ),
  };
}
