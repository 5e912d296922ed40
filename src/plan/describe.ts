import { trialFlops, trialMilliseconds } from './flops.js';
import { countParameters } from './network.js';
import type { Plan } from './plan.js';
import type { Schedule } from './schedule.js';
import type { DatasetShape } from './trial.js';

/** What `--dry-run` tells. */
export interface PlanDescription {
  runs: number;
  /** What is trained on every seed. */
  variants: { id: string; params: number }[];
  /** Sizes of the datasets, each combination once. */
  samples: { trainRows: number; validationRows: number; testRows: number }[];
  threads: number;
  /** Runs that all threads train together, one after another, before the others. */
  teams: { variant: string; seed: number }[];
  memoryBytes: number;
  /** Of the products of all updates and evaluations. */
  estimatedFlops: number;
  /** A guess, from the speed of a machine of 2024. */
  estimatedSeconds: number;
}

export function planFlops({ trials, variants, datasets }: Plan): number {
  return trials.reduce(
    (sum, trial) => sum + trialFlops(variants[trial.variant], trial, datasets[trial.dataset]),
    0,
  );
}

export function describePlanned(
  plan: Plan,
  schedule: Schedule,
  memoryBytes: number,
  backend: 'wasm' | 'js',
): PlanDescription {
  const { trials, variants, datasets, diagnostics } = plan;
  const ms = trials.map((trial) =>
    trialMilliseconds(
      variants[trial.variant],
      trial,
      datasets[trial.dataset],
      backend,
      diagnostics,
    ),
  );
  const total = ms.reduce((sum, each) => sum + each, 0);
  const longest = schedule.queue.reduce((most, trial) => Math.max(most, ms[trial]), 0);
  return {
    runs: trials.length,
    variants: variants.map(({ id, network }) => ({ id, params: countParameters(network) })),
    samples: distinctCounts(datasets),
    threads: schedule.workers,
    teams: schedule.teams.map((trial) => ({
      variant: variants[trials[trial].variant].id,
      seed: trials[trial].seed,
    })),
    memoryBytes,
    estimatedFlops: planFlops(plan),
    estimatedSeconds: Math.max(total / schedule.workers, longest) / 1000,
  };
}

/** Seeds and folds have mostly the same. */
function distinctCounts(datasets: readonly DatasetShape[]): PlanDescription['samples'] {
  const counts = datasets.map(
    ({ trainRows, validationRows, testRows }): [string, PlanDescription['samples'][number]] => [
      [trainRows, validationRows, testRows].join(),
      { trainRows, validationRows, testRows },
    ],
  );
  return [...new Map(counts).values()];
}
