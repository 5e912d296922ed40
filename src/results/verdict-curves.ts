import type { SweepConfig } from '../config/types.js';
import type { SizeSweep } from '../verdict/types.js';
import { lossName } from './loss-noun.js';
import { metricsIn } from './measured.js';
import type { ReferenceLines } from './reference-lines.js';
import type { Results, RunRecord } from './schema.js';
import { sizeCurves } from './size-curves.js';
import { counted } from './wording.js';

/** One curve of error against size, as it is judged. */
export interface VerdictCurve {
  /** What its networks share; empty where there is one curve. */
  label: string;
  /** What the sizes are called, in the order of `sweep.params`: in a sweep the ids of variants. */
  sizes: string[];
  sweep: SizeSweep;
}

type Recorded = Pick<
  Results,
  'aggregate' | 'config' | 'datasets' | 'networks' | 'runs' | 'variants'
>;

/** Why a sweep has no verdict; undefined: it has one. The rule is for squared errors of quantities. */
export function whyNotJudged(results: Pick<Results, 'config' | 'runs'>): string | undefined {
  const loss = lossName(results.config);
  const isSquared = loss === 'mse' || loss === 'half-sse';
  const onClasses = metricsIn(results).includes('accuracy');
  if (isSquared && !onClasses) return undefined;
  return `the rule is for squared errors of quantities, this sweep is by ${loss}${onClasses ? ' on classes' : ''}`;
}

/**
 * The curves of a sweep that is judged: one for every group of hyper-parameters and number of hidden
 * layers, because a network with one more layer is no larger version of another. An error is the mean
 * squared error at the parameters that are kept, over the folds of a seed their mean; none where a run
 * did not finish.
 */
export function verdictCurves(results: Recorded, lines: ReferenceLines): VerdictCurve[] {
  const groups = groupsOf(results);
  const errors = errorsBySeed(results);
  const { trainRows, outputs } = results.datasets[0];
  const labelVariance =
    typeof lines.constant?.train === 'number' && lines.constant.train > 0
      ? lines.constant.train * meanFactor(results.config, trainRows, outputs)
      : undefined;
  const { data } = results.config as unknown as SweepConfig;
  const noiseVariance = 'noiseVariance' in data ? data.noiseVariance : undefined;
  return groups.map(({ label, points }) => ({
    label,
    sizes: points.map(({ variant }) => variant),
    sweep: {
      params: points.map(({ params }) => params),
      test: errors.map((ofSeed) => points.map(({ variant }) => ofSeed.get(variant)?.test ?? null)),
      train: errors.map((ofSeed) => points.map(({ variant }) => ofSeed.get(variant)?.train ?? null)),
      ...(labelVariance !== undefined && { labelVariance }),
      ...(noiseVariance !== undefined && { noiseVariance }),
    },
  }));
}

/** The size curves, each split by the number of hidden layers. */
function groupsOf(results: Recorded) {
  const layers = new Map(results.networks.map(({ id, layers }) => [id, layers.length - 1]));
  const depths = new Map(
    results.variants.map(({ id, network }) => [id, layers.get(network) ?? 0] as const),
  );
  const isMixed = new Set(depths.values()).size > 1;
  return sizeCurves(results).flatMap(({ label, points }) => {
    const present = new Set(points.map(({ variant }) => depths.get(variant)!));
    return [...present].sort((a, b) => a - b).map((depth) => ({
      label: [label, ...(isMixed ? [counted(depth, 'hidden layer')] : [])]
        .filter((part) => part !== '')
        .join(', '),
      points: points.filter(({ variant }) => depths.get(variant) === depth),
    }));
  });
}

type Errors = { train: number; test: number };

/** For every seed in turn the errors of each variant; none where a run of it did not finish. */
function errorsBySeed(results: Recorded): Map<string, Errors | undefined>[] {
  const bySeed = new Map<number, Map<string, RunRecord[]>>();
  for (const run of results.runs) {
    const ofSeed = bySeed.get(run.seed) ?? new Map<string, RunRecord[]>();
    bySeed.set(run.seed, ofSeed.set(run.variant, [...(ofSeed.get(run.variant) ?? []), run]));
  }
  return [...bySeed.keys()]
    .sort((a, b) => a - b)
    .map((seed) => {
      const own = [...bySeed.get(seed)!];
      return new Map(own.map(([variant, runs]) => [variant, meanErrors(runs, results)]));
    });
}

function meanErrors(runs: readonly RunRecord[], results: Recorded): Errors | undefined {
  const sum = { train: 0, test: 0 };
  for (const { status, final, dataset } of runs) {
    if (status !== 'done' || final.train === null || final.test === null) return undefined;
    const record = results.datasets.find(({ id }) => id === dataset) ?? results.datasets[0];
    const { trainRows, testRows, outputs } = record;
    sum.train += final.train * meanFactor(results.config, trainRows, outputs);
    sum.test += final.test * meanFactor(results.config, testRows, outputs);
  }
  return { train: sum.train / runs.length, test: sum.test / runs.length };
}

/** What makes a mean squared error of a loss. */
function meanFactor(config: Record<string, unknown>, rows: number, outputs: number): number {
  return lossName(config) === 'half-sse' ? 2 / (rows * outputs) : 1;
}
