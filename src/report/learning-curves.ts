import type { Results, RunRecord, Spread } from '../results/schema.js';
import { spread } from '../stats/spread.js';

/** How the runs of one variant learn: spreads over the finished ones, and the others as they are. */
export interface LearningCurves {
  variant: string;
  params: number;
  epochs: number[];
  /** At each epoch, over the finished runs. */
  train: Spread[];
  test: Spread[];
  /** Runs that did not finish; their losses say where they went before. */
  unfinished: RunRecord[];
  runs: number;
}

/** A line is no sharper on paper for more points than this. */
const MOST_POINTS = 400;

/** One record per variant, in their order. */
export function learningCurves(results: Results): LearningCurves[] {
  const byVariant = new Map(results.variants.map(({ id }) => [id, [] as RunRecord[]]));
  for (const run of results.runs) byVariant.get(run.variant)?.push(run);
  return results.aggregate.map(({ variant, params }) => {
    const runs = byVariant.get(variant) ?? [];
    const done = runs.filter((run) => run.status === 'done');
    const shown = thinned(done[0]?.history.epoch.length ?? 0);
    const at = (set: 'train' | 'test') =>
      shown.map((index) => spread(done.map((run) => run.history[set][index] ?? null)));
    return {
      variant,
      params,
      epochs: shown.map((index) => done[0].history.epoch[index]),
      train: at('train'),
      test: at('test'),
      unfinished: runs.filter((run) => run.status !== 'done'),
      runs: runs.length,
    };
  });
}

/** The last epoch that any run reached. */
export function lastEpoch(results: Results): number {
  return results.runs.reduce((last, { history }) => Math.max(last, history.epoch.at(-1) ?? 0), 0);
}

/** Indices from 0 to `count` − 1, evenly thinned, ends included. */
function thinned(count: number): number[] {
  if (count <= MOST_POINTS) return Array.from({ length: count }, (_, index) => index);
  const step = (count - 1) / (MOST_POINTS - 1);
  return Array.from({ length: MOST_POINTS }, (_, place) => Math.round(place * step));
}
