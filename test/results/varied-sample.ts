import { resolveConfig } from '../../src/config/resolve.js';
import type { SweepConfig, VariantsSettings } from '../../src/config/types.js';
import { settingsOf } from '../../src/config/variants/settings.js';
import { networkRecords, variantRecords } from '../../src/curves/records.js';
import type { Plan } from '../../src/plan/plan.js';
import { buildVariants } from '../../src/plan/variants.js';
import { assembleResults } from '../../src/results/assemble.js';
import { describeConfig } from '../../src/results/describe.js';
import type { Results, RunRecord, VariantRecord } from '../../src/results/schema.js';
import { datasetRecord, diverged, references, runRecord } from './sample.js';

const SHAPE = { inputs: 4, outputs: 1, trainRows: 500, validationRows: 0, testRows: 50 };

export interface VariedOptions {
  variants: VariantsSettings;
  diagnostics?: SweepConfig['diagnostics'];
  hidden?: SweepConfig['networks']['hidden'];
  seeds?: number;
  epochs?: number;
  /** Median errors of a variant, by its place in the sweep; default: they rise and fall. */
  errors?: (variant: VariantRecord, at: number) => { train: number; test: number };
  change?: (run: RunRecord, variant: VariantRecord) => RunRecord;
}

/** Results of a sweep over more than networks: the variants are those of a real config, the numbers are
 * made up. */
export function variedResults(options: VariedOptions): Results {
  const { hidden = [[8]], seeds = 3, epochs = 5, change = (run) => run } = options;
  const {
    errors = (_, at) => ({ train: 0.1 + 0.3 * ((at * 5) % 7), test: 100 + 20 * ((at * 3) % 11) }),
  } = options;
  const config = resolveConfig({
    seed: 42,
    seeds,
    networks: { hidden },
    training: { epochs },
    variants: options.variants,
    ...(options.diagnostics && { diagnostics: options.diagnostics }),
  });
  const built = buildVariants(settingsOf(config), () => ({
    shape: SHAPE,
    mostRows: SHAPE.trainRows,
  }));
  const plan = { variants: built } as unknown as Plan;
  const variants = variantRecords(plan);
  const runs = variants.flatMap((variant, at) =>
    Array.from({ length: seeds }, (_, seed) =>
      change(runRecord(variant.id, { hidden: [], ...errors(variant, at) }, seed, epochs), variant),
    ),
  );
  return assembleResults({
    config,
    described: describeConfig(config),
    datasets: Array.from({ length: seeds }, (_, seed) => datasetRecord(seed)),
    networks: networkRecords(plan),
    variants,
    runs,
    references: Array.from({ length: seeds }, (_, seed) => references(seed)),
  });
}

/** Learning rates, the largest of which half of the runs do not survive. */
export function ratesResults(): Results {
  return variedResults({
    variants: { grid: { learningRate: { from: 0.001, to: 1, points: 4 } } },
    errors: (_, at) => ({ train: [1, 0.2, 0.05, 0.6][at], test: [250, 180, 120, 300][at] }),
    change: (run, { hyper }) => (hyper.learningRate === 1 && run.seed > 42 ? diverged(run) : run),
  });
}

/** Batch sizes × learning rates; the best is 0.1 with batches of 50. */
export function gridResults(): Results {
  return variedResults({
    variants: { grid: { batchSize: [5, 50, 500], learningRate: [0.001, 0.01, 0.1, 1] } },
    errors: (_, at) => ({
      train: [0.5, 0.04, 0.2, 3, 1.1, 0.3, 0.03, 0.5, 3, 1, 0.4, 2][at],
      test: [250, 120, 130, 500, 310, 225, 107, 380, 381, 316, 219, 307][at],
    }),
    change: (run, { hyper }) =>
      hyper.learningRate === 1 && hyper.batchSize === 500 ? diverged(run) : run,
  });
}

/** Forty draws of rate, width and activation. */
export function drawnResults(): Results {
  return variedResults({
    seeds: 2,
    variants: {
      random: {
        samples: 40,
        over: {
          learningRate: { from: 1e-4, to: 1 },
          width: { from: 4, to: 256 },
          activation: ['relu', 'tanh', 'sigmoid'],
        },
      },
    },
  });
}

/** Four penalties of a list. */
export function listResults(labels: readonly string[] = ['none', 'L1', 'L2', 'dropout']): Results {
  const settings = [{}, { l1: 0.001 }, { l2: 0.001 }, { dropout: 0.2 }];
  return variedResults({
    variants: { list: labels.map((label, at) => ({ label, ...settings[at % 4], epochs: 5 + at })) },
  });
}
