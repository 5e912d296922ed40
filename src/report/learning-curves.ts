import { SETS, type SetName } from '../results/measured.js';
import type { Results, RunRecord, Spread } from '../results/schema.js';
import { median } from '../stats/quantile.js';
import { spread } from '../stats/spread.js';
import { LOSS, type Measure } from './measure.js';

/** How the runs of one variant learn: spreads over the finished ones, and the others as they are. */
export interface LearningCurves {
  variant: string;
  params: number;
  epochs: number[];
  /** At each epoch, over the finished runs that got so far. */
  train: Spread[];
  validation?: Spread[];
  test: Spread[];
  /** Medians at the parameters that are kept. */
  finals: Partial<Record<SetName, number | null>>;
  /** Where training stops early: the median epoch whose parameters are kept. */
  kept?: number | null;
  /** Runs that did not finish; their losses say where they went before. */
  unfinished: RunRecord[];
  runs: number;
}

/** A line is no sharper on paper for more points than this. */
const MOST_POINTS = 250;

/**
 * One record per variant, in their order.
 *
 * @param most epochs of a curve: evenly thinned where there are more.
 */
export function learningCurves(
  results: Results,
  measure: Measure = LOSS,
  most = MOST_POINTS,
): LearningCurves[] {
  return allCurves(results, measure).map((curve) => {
    const { length } = curve.epochs;
    if (length <= most) return curve;
    const shown = thinned(length, most);
    // A set without rows has no values at all.
    const pick = <T>(values: readonly T[]) =>
      values.length === 0 ? [] : shown.map((index) => values[index]);
    return {
      ...curve,
      epochs: pick(curve.epochs),
      train: pick(curve.train),
      ...(curve.validation && { validation: pick(curve.validation) }),
      test: pick(curve.test),
    };
  });
}

/** By results and measure: figures, tables and page ask for the same. */
const known = new WeakMap<Results, Map<Measure, LearningCurves[]>>();

/** At every evaluated epoch. */
function allCurves(results: Results, measure: Measure): LearningCurves[] {
  const own = known.get(results) ?? new Map<Measure, LearningCurves[]>();
  const curves = own.get(measure) ?? measuredCurves(results, measure);
  known.set(results, own.set(measure, curves));
  return curves;
}

function measuredCurves(results: Results, measure: Measure): LearningCurves[] {
  const byVariant = new Map(results.variants.map(({ id }) => [id, [] as RunRecord[]]));
  for (const run of results.runs) byVariant.get(run.variant)?.push(run);
  return results.aggregate.map((record) => {
    const runs = byVariant.get(record.variant) ?? [];
    const done = runs.filter((run) => run.status === 'done');
    const epochs = epochsOfMost(done);
    const curves = SETS.flatMap((set) => {
      if (!runs.some((run) => measure.history(run)?.[set])) return [];
      const at = (index: number) => done.map((run) => measure.history(run)?.[set]?.[index] ?? null);
      return [[set, epochs.map((_, index) => spread(at(index)))]];
    });
    const spreads = measure.spreads(record);
    const kept = done.flatMap(({ stopped }) => (stopped ? [stopped.kept] : []));
    return {
      variant: record.variant,
      params: record.params,
      epochs,
      ...({ train: [], test: [], ...Object.fromEntries(curves) } as Pick<
        LearningCurves,
        'train' | 'validation' | 'test'
      >),
      finals: Object.fromEntries(SETS.map((set) => [set, spreads?.[set]?.median ?? null])),
      ...(kept.length > 0 && { kept: median(kept) }),
      unfinished: runs.filter((run) => run.status !== 'done'),
      runs: runs.length,
    };
  });
}

/** The last epoch that any run reached. */
export function lastEpoch(results: Results): number {
  return results.runs.reduce((last, { history }) => Math.max(last, history.epoch.at(-1) ?? 0), 0);
}

/** Epochs that at least half of the runs reached: where most have stopped, a median says little. */
function epochsOfMost(done: readonly RunRecord[]): number[] {
  const longestFirst = done.map(({ history }) => history.epoch).sort((a, b) => b.length - a.length);
  return longestFirst[Math.ceil(done.length / 2) - 1] ?? [];
}

/** Indices from 0 to `count` − 1, evenly thinned, ends included. */
export function thinned(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  const step = (count - 1) / (most - 1);
  return Array.from({ length: most }, (_, place) => Math.round(place * step));
}
