import { type Control, TRIAL, type TrialState } from '../memory/control.js';
import type { MemoryLayout } from '../memory/layout.js';
import type { Plan } from '../plan/plan.js';
import type { RunRecord, RunStatus } from '../results/schema.js';

/** What the coordinator reads: the plan and the memory in which the workers leave their curves. */
export interface SharedCurves {
  plan: Plan;
  layout: MemoryLayout;
  memory: WebAssembly.Memory;
  control: Control;
  /** Ids of the dataset table. */
  datasetIds: readonly string[];
}

/** What a trial that has not ended is called once training is over. */
const STATUS: Record<TrialState, RunStatus> = {
  [TRIAL.waiting]: 'interrupted',
  [TRIAL.running]: 'interrupted',
  [TRIAL.done]: 'done',
  [TRIAL.diverged]: 'diverged',
  [TRIAL.failed]: 'failed',
  [TRIAL.interrupted]: 'interrupted',
};

/** The curve of one trial as a record of results.json. */
export function collectRun(shared: SharedCurves, index: number, reason?: string): RunRecord {
  const { plan, layout, memory, control, datasetIds } = shared;
  const trial = plan.trials[index];
  const points = control.points(index);
  const curve = new Float64Array(memory.buffer, layout.curves[index], 2 * points);
  const column = (offset: number) =>
    Array.from({ length: points }, (_, point) => finite(curve[2 * point + offset]));
  const train = column(0);
  const test = column(1);
  return {
    variant: plan.variants[trial.variant].id,
    seed: trial.seed,
    dataset: datasetIds[trial.dataset],
    status: STATUS[control.state(index)],
    ...(reason === undefined ? {} : { reason }),
    final: { train: train[points - 1] ?? null, test: test[points - 1] ?? null },
    history: { epoch: trial.evaluate.slice(0, points), train, test },
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
