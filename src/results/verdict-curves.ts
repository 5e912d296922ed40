import type { SweepConfig } from '../config/types.js';
import type { SizeSweep } from '../verdict/types.js';
import { lossName } from './loss-noun.js';
import { metricsIn } from './measured.js';
import type { ReferenceLines } from './reference-lines.js';
import type { DatasetRecord, Results, RunRecord } from './schema.js';
import { sizeCurves, tellsOfSize } from './size-curves.js';
import { comparesLosses } from './varied.js';
import { counted } from './wording.js';

/** One curve of error against size, as it is judged. */
export interface VerdictCurve {
  /** What its networks share; empty where there is one curve. */
  label: string;
  /** What the sizes are called, in the order of `sweep.params`: in a sweep the ids of variants. */
  sizes: string[];
  sweep: SizeSweep;
  /** Where a sweep is repeated at other learning rates: at which one this is, and what it is a curve
   * of otherwise. */
  check?: { rate: number; apart: string };
}

type Recorded = Omit<Results, 'observations'>;

/** Why a sweep has no verdict; undefined: it has one. The rule is for squared errors of quantities. */
export function whyNotJudged(results: Pick<Results, 'config' | 'runs'>): string | undefined {
  const loss = lossName(results.config);
  const isSquared = loss === 'mse' || loss === 'half-sse';
  const onClasses = metricsIn(results).includes('accuracy');
  const compares = comparesLosses(results);
  if (!compares.loss) return 'variants differ in their loss';
  if (!compares.data) return 'variants differ in their data';
  if (isSquared && !onClasses) return undefined;
  return `the rule is for mse and half-sse on quantities, this sweep is by ${loss}${onClasses ? ' on classes' : ''}`;
}

/**
 * The curves of a sweep that is judged: one for every group of hyper-parameters and number of hidden
 * layers, because a network with one more layer is no larger version of another. An error is the mean
 * squared error at the parameters that are kept, over the folds of a seed their mean; none where a run
 * did not finish.
 */
export function verdictCurves(results: Recorded, lines: ReferenceLines): VerdictCurve[] {
  const errors = errorsBySeed(results);
  const variances = variancesOf(results, lines);
  return groupsOf(results).map(({ label, check, points }) => {
    const over = (set: 'test' | 'train') =>
      errors.map((ofSeed) => points.map(({ variant }) => ofSeed.get(variant)?.[set] ?? null));
    const params = points.map(({ params }) => params);
    return {
      label,
      sizes: points.map(({ variant }) => variant),
      ...(check && { check }),
      sweep: { params, test: over('test'), train: over('train'), ...variances },
    };
  });
}

/** Of the labels, the median over the datasets: the squared error of the best constant on the training
 * rows. Of their noise, where data are generated. */
function variancesOf({ config, datasets }: Recorded, { constant }: ReferenceLines) {
  const { data } = config as unknown as SweepConfig;
  const { trainRows, outputs } = datasets[0];
  const error = constant?.train ?? 0;
  return {
    ...(error > 0 && { labelVariance: error * meanFactor(config, trainRows, outputs) }),
    ...('noiseVariance' in data && { noiseVariance: data.noiseVariance }),
  };
}

/** The size curves, each split by the number of hidden layers. */
function groupsOf(results: Recorded) {
  const layers = new Map(results.networks.map(({ id, layers }) => [id, layers.length - 1]));
  const depths = new Map(
    results.variants.map(({ id, network }) => [id, layers.get(network) ?? 0] as const),
  );
  const isMixed = new Set(depths.values()).size > 1;
  const curves = sizeCurves(results).filter(tellsOfSize);
  return curves.flatMap(({ label, points }) => {
    const present = new Set(points.map(({ variant }) => depths.get(variant)!));
    return [...present]
      .sort((a, b) => a - b)
      .map((depth) => {
        const own = points.filter(({ variant }) => depths.get(variant) === depth);
        const words = isMixed ? [counted(depth, 'hidden layer')] : [];
        return {
          label: [label, ...words].filter((part) => part !== '').join(', '),
          points: own,
          ...checkOf(results, own[0].variant, label, words),
        };
      });
  });
}

/** The learning rate of a curve, where it is one of several that are to agree. */
function checkOf(
  { config, variants }: Recorded,
  variant: string,
  label: string,
  words: readonly string[],
): Pick<VerdictCurve, 'check'> {
  if (!(config as unknown as SweepConfig).diagnostics?.checkRate) return {};
  const { learningRate } = variants.find(({ id }) => id === variant)!.hyper;
  const others = label.split(' ').filter((word) => word !== `learningRate=${learningRate}`);
  const apart = [others.join(' '), ...words].filter((part) => part !== '').join(', ');
  return { check: { rate: Number(learningRate), apart } };
}

type Errors = { train: number; test: number };

/** For every seed, ascending, the errors of each variant; none where a run of it did not finish. */
function errorsBySeed(results: Recorded): Map<string, Errors | undefined>[] {
  const bySeed = new Map<number, Map<string, RunRecord[]>>();
  for (const run of results.runs) {
    const own = bySeed.get(run.seed) ?? new Map<string, RunRecord[]>();
    bySeed.set(run.seed, own.set(run.variant, [...(own.get(run.variant) ?? []), run]));
  }
  const datasets = new Map(results.datasets.map((dataset) => [dataset.id, dataset]));
  const errorsOf = (runs: readonly RunRecord[]) => meanErrors(runs, results.config, datasets);
  return [...bySeed]
    .sort(([a], [b]) => a - b)
    .map(([, own]) => new Map([...own].map(([variant, runs]) => [variant, errorsOf(runs)])));
}

function meanErrors(
  runs: readonly RunRecord[],
  config: Record<string, unknown>,
  datasets: ReadonlyMap<string, DatasetRecord>,
): Errors | undefined {
  const sum = { train: 0, test: 0 };
  for (const { status, final, dataset } of runs) {
    const rows = datasets.get(dataset);
    if (status !== 'done' || final.train === null || final.test === null || !rows) return undefined;
    sum.train += final.train * meanFactor(config, rows.trainRows, rows.outputs);
    sum.test += final.test * meanFactor(config, rows.testRows, rows.outputs);
  }
  return { train: sum.train / runs.length, test: sum.test / runs.length };
}

/** What makes a mean squared error of a loss over so many rows. */
function meanFactor(config: Record<string, unknown>, rows: number, outputs: number): number {
  return lossName(config) === 'half-sse' ? 2 / (rows * outputs) : 1;
}
