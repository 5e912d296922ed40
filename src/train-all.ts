import type { SharedCurves } from './curves/collect.js';
import { Progress } from './curves/progress.js';
import { networkRecords, variantRecords } from './curves/records.js';
import type { EventQueue } from './event-queue.js';
import type { SweepEvent, SweepPlan } from './events.js';
import { planFlops } from './plan/describe.js';
import { metricsOf, SETS } from './plan/metrics.js';
import type { Plan } from './plan/plan.js';
import type { Schedule } from './plan/schedule.js';
import { runTrials, type TrialReport } from './pool/run-trials.js';
import type { TrainingPool } from './pool/training-pool.js';
import { METRICS } from './results/measured.js';
import type { Stopwatch } from './stopwatch.js';

/** A trial that takes no step for so long is given up. */
const STALL_MS = 60_000;
const PROGRESS_MS = 100;

/** Trains everything and reports on it while it runs. */
export async function trainAll(
  shared: SharedCurves,
  pool: TrainingPool,
  schedule: Schedule,
  signal: AbortSignal,
  events: EventQueue<SweepEvent>,
  clock: Stopwatch,
): Promise<TrialReport> {
  const { plan, control } = shared;
  const threads = schedule.workers;
  const estimatedFlops = planFlops(plan);
  const described = describeSweep(plan, schedule);
  events.push({ type: 'plan', runs: plan.trials.length, threads, estimatedFlops, ...described });
  const progress = new Progress(shared, (event) => events.push(event), clock);
  const timer = setInterval(() => progress.look(), PROGRESS_MS);
  const options = { ...schedule, signal, stallMs: STALL_MS };
  const report = await runTrials(pool, control, options).finally(() => clearInterval(timer));
  progress.close(report.reasons);
  return report;
}

function describeSweep(plan: Plan, { teams }: Schedule): SweepPlan {
  const { variants, datasets, trials } = plan;
  const hasValidation = datasets.some(({ validationRows }) => validationRows > 0);
  const firsts = new Map([...trials].reverse().map(({ variant, dataset }) => [variant, dataset]));
  const measured = variants.flatMap(({ training }, at) =>
    metricsOf(training.loss, datasets[firsts.get(at)!]),
  );
  return {
    networks: networkRecords(plan),
    variants: variantRecords(plan),
    trials,
    teams,
    sets: SETS.filter((set) => set !== 'validation' || hasValidation),
    metrics: METRICS.filter((name) => measured.includes(name)),
  };
}
