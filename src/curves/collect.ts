import { type Control, TRIAL, type TrialState } from '../memory/control.js';
import { Diagnosis, type DiagnosisField } from '../memory/diagnosis.js';
import { type MemoryLayout, outcomeOf } from '../memory/layout.js';
import { metricsOf, POINT_VALUES, SET_VALUES, SETS } from '../plan/metrics.js';
import type { Plan } from '../plan/plan.js';
import type {
  Metric,
  RunDiagnostics,
  RunRecord,
  RunStatus,
  SetCurves,
  SetValues,
} from '../results/schema.js';

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
  const { id, training } = plan.variants[trial.variant];
  const shape = plan.datasets[trial.dataset];
  const points = control.points(index);
  const curve = new Float64Array(memory.buffer, layout.curves[index], POINT_VALUES * points);
  const ended = ENDED.has(control.state(index));
  const outcome = ended ? outcomeOf(memory, plan, layout, index) : undefined;
  const at = layout.diagnoses[index];
  const diagnostics = outcome && at !== undefined && diagnosticsOf(plan, new Diagnosis(memory, at));
  const sets = SETS.filter((set) => set !== 'validation' || shape.validationRows > 0);
  /** Value `v` of every set: 0 the loss, 1 and 2 the metrics. */
  const measured = (v: number): Metric => {
    const history: Partial<SetCurves> = {};
    const final: Partial<SetValues> = {};
    for (const set of sets) {
      const at = SET_VALUES * SETS.indexOf(set) + v;
      const values = Array.from({ length: points }, (_, p) => finite(curve[POINT_VALUES * p + at]));
      history[set] = values;
      final[set] = outcome ? finite(outcome.values[at]) : (values[points - 1] ?? null);
    }
    return { final: final as SetValues, history: history as SetCurves };
  };
  const loss = measured(0);
  const metrics = metricsOf(training.loss, shape).map((name, i) => [name, measured(i + 1)]);
  return {
    variant: id,
    seed: trial.seed,
    ...(trial.fold !== undefined && { fold: trial.fold }),
    dataset: datasetIds[trial.dataset],
    status: STATUS[control.state(index)],
    ...(reason === undefined ? {} : { reason }),
    final: loss.final,
    history: { epoch: trial.evaluate.slice(0, points), ...loss.history },
    metrics: Object.fromEntries(metrics),
    ...(outcome &&
      training.earlyStopping !== 'none' && {
        stopped: { epoch: outcome.trained, kept: outcome.kept },
      }),
    ...(outcome &&
      control.state(index) === TRIAL.done &&
      outcome.classes > 0 && { confusion: outcome.matrix() }),
    ...(diagnostics && { diagnostics }),
  };
}

function diagnosticsOf({ diagnostics }: Plan, found: Diagnosis): RunDiagnostics {
  const of = (...fields: DiagnosisField[]) =>
    Object.fromEntries(fields.map((field) => [field, finite(found.get(field))]));
  return {
    ...(diagnostics?.norm && of('weightNorm', 'parameterNorm')),
    ...(diagnostics?.jacobian &&
      of('effectiveParameters', 'largestEigenvalue', 'smallestEigenvalue')),
  };
}

/** States in which the worker has left an outcome. */
const ENDED: ReadonlySet<TrialState> = new Set([TRIAL.done, TRIAL.diverged]);

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
