import { median } from '../stats/quantile.js';
import type { Results } from './schema.js';

/** Rates that are tried where nothing is said. */
export const LOWEST_RATE = 1e-5;
export const HIGHEST_RATE = 10;

/** How one learning rate does in a short training. */
export interface RatePoint {
  learningRate: number;
  /** Median training loss over the finished runs; null where none finished. */
  loss: number | null;
  /** Runs that diverged or failed. */
  lost: number;
}

/** The learning rates of one network. */
export interface RateRange {
  network: string;
  params: number;
  /** Median training loss before training. */
  initial: number | null;
  /** Ascending by rate. */
  points: RatePoint[];
  /** The rates that work, without a gap around the best: every run finishes, and the loss falls by half
   * or more of what the best rate takes off. Null where no rate lowers the loss. */
  usable: { from: number; to: number } | null;
  /** The rate with the lowest loss; null where no rate lowers it. */
  best: number | null;
}

/** Reads the ranges off a sweep whose variants differ in network and learning rate. */
export function rateRanges(results: Results): RateRange[] {
  const { variants, runs, networks } = results;
  return networks.map(({ id, params }) => {
    const own = variants.filter(({ network }) => network === id);
    const initial = median(
      runs
        .filter(({ variant }) => own.some((each) => each.id === variant))
        .map(({ history }) => history.train[0] ?? null),
    );
    const points = own
      .map(({ id: variant, hyper }): RatePoint => {
        const tries = runs.filter((run) => run.variant === variant);
        const done = tries.filter(({ status }) => status === 'done');
        const loss = median(done.map(({ final }) => final.train));
        const lost = tries.filter(({ status }) => status === 'diverged' || status === 'failed');
        return { learningRate: hyper.learningRate as number, loss, lost: lost.length };
      })
      .sort((a, b) => a.learningRate - b.learningRate);
    return { network: id, params, initial, points, ...chosen(points, initial) };
  });
}

function chosen(
  points: readonly RatePoint[],
  initial: number | null,
): Pick<RateRange, 'usable' | 'best'> {
  const sound = points.filter(({ loss, lost }) => loss !== null && lost === 0);
  if (initial === null || sound.length === 0) return { usable: null, best: null };
  const best = sound.reduce((least, each) => (each.loss! < least.loss! ? each : least));
  if (best.loss! >= initial) return { usable: null, best: null };
  const limit = initial - 0.5 * (initial - best.loss!);
  const works = ({ loss, lost }: RatePoint) => loss !== null && lost === 0 && loss <= limit;
  let from = points.indexOf(best);
  let to = from;
  while (from > 0 && works(points[from - 1])) from--;
  while (to < points.length - 1 && works(points[to + 1])) to++;
  const usable = { from: points[from].learningRate, to: points[to].learningRate };
  return { usable, best: best.learningRate };
}
