import { trialMilliseconds, updateFlops } from './flops.js';
import type { Plan } from './plan.js';

/** What is trained in which order. Trial numbers. */
export interface Schedule {
  /** Trials that all workers train together, one after another, before the others. */
  teams: number[];
  /** The others, longest first; a worker that is free takes the next one. */
  queue: number[];
  /** Workers that the work is worth, at most `threads`. */
  workers: number;
}

/** Work that is worth a worker of its own: with less, the others are done before it is up. */
const WORKER_MS = 2;
/** Below so much work per update a team loses more at its barriers than it gains. */
const TEAM_FLOPS = 5e6;
/** Speed of a team over threads × one thread, as measured on two. */
const TEAM_EFFICIENCY = 0.93;

/**
 * Trials longest first, so that no long one is left over at the end. Trials that one thread would
 * still be training when the others have nothing left are trained by a team of all.
 */
export function planSchedule(plan: Plan, backend: 'wasm' | 'js', threads: number): Schedule {
  const { trials, variants, datasets, diagnostics } = plan;
  const cost = trials.map((trial) =>
    trialMilliseconds(
      variants[trial.variant],
      trial,
      datasets[trial.dataset],
      backend,
      diagnostics,
    ),
  );
  const order = trials.map(({ index }) => index).sort((a, b) => cost[b] - cost[a] || a - b);
  const costs = order.map((trial) => cost[trial]);
  const count = threads > 1 ? teamCount(plan, order, costs, threads) : 0;
  const total = cost.reduce((sum, ms) => sum + ms, 0);
  const useful = Math.min(order.length, Math.ceil(total / WORKER_MS));
  return {
    teams: order.slice(0, count),
    queue: order.slice(count),
    workers: count > 0 ? threads : Math.max(1, Math.min(threads, useful)),
  };
}

/** How many of the longest trials are better trained by a team: the count of least makespan. */
function teamCount(
  plan: Plan,
  order: readonly number[],
  costs: readonly number[],
  threads: number,
): number {
  let best = { count: 0, ms: makespan(costs, threads) };
  let teamMs = 0;
  for (let count = 1; count <= Math.min(order.length, 2 * threads); count++) {
    const { variant, dataset } = plan.trials[order[count - 1]];
    const { network, training } = plan.variants[variant];
    const batch = Math.min(training.batchSize, plan.datasets[dataset].trainRows);
    if (training.method === 'least-squares' || updateFlops(network, batch) < TEAM_FLOPS) break;
    teamMs += costs[count - 1] / (threads * TEAM_EFFICIENCY);
    const ms = teamMs + makespan(costs.slice(count), threads);
    if (ms < best.ms) best = { count, ms };
  }
  return best.count;
}

/** Time of trials, longest first, each given to the worker that is free first. */
function makespan(costs: readonly number[], threads: number): number {
  const busy = new Array<number>(Math.min(threads, Math.max(1, costs.length))).fill(0);
  for (const ms of costs) busy[busy.indexOf(Math.min(...busy))] += ms;
  return Math.max(...busy);
}
