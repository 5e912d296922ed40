import type { ActiveRun, SweepEvent, SweepPlan } from '../events.js';
import { short } from '../report/page/curve-data.js';
import type { MetricName, RunRecord, SetCurves, SetValues } from '../results/schema.js';
import {
  applyUpdate,
  emptyState,
  type LiveCurves,
  type LiveFinals,
  type LiveRun,
  type LiveState,
  type LiveUpdate,
  type MeasureName,
  wholeState,
} from './data.js';
import type { Shown } from './shown.js';

/** Updates come no more often. */
export const UPDATE_MS = 500;

type Progress = Extract<SweepEvent, { type: 'progress' }>;
type RunEnd = Extract<SweepEvent, { type: 'run-end' }>;
type Measured = Pick<RunRecord, 'history' | 'metrics'>;

/**
 * Makes updates of the events of a sweep, a few a second. What they are made of is there already: for
 * whoever looks on no thread does more than it would.
 */
export class LiveFeed {
  readonly #plan: SweepPlan;
  readonly #threads: number;
  readonly #shown: Shown;
  readonly #send: (update: LiveUpdate) => void;
  readonly #words: (event: Progress) => string;
  readonly #state: LiveState;
  readonly #places: ReadonlyMap<string, number>;
  readonly #teams: ReadonlySet<number>;
  /** Epochs whose values were sent, of every run that is training. */
  readonly #sent = new Map<number, number>();
  #pending: LiveUpdate['runs'] = [];
  #last = Number.NEGATIVE_INFINITY;

  /** @param words the line on the whole sweep. */
  constructor(
    plan: SweepPlan & { threads: number },
    shown: Shown,
    words: (event: Progress) => string,
    send: (update: LiveUpdate) => void,
  ) {
    this.#plan = plan;
    this.#threads = plan.threads;
    this.#shown = shown;
    this.#words = words;
    this.#send = send;
    this.#state = emptyState(plan.trials.length);
    this.#teams = new Set(plan.teams);
    this.#places = new Map(
      plan.trials.map((trial, at) => [
        key({ ...trial, variant: plan.variants[trial.variant].id }),
        at,
      ]),
    );
  }

  /** Everything so far, for whoever comes now. */
  get whole(): LiveUpdate {
    return wholeState(this.#state);
  }

  event(event: SweepEvent): void {
    if (event.type === 'run-end') this.#ended(event);
    else if (event.type === 'progress') this.#progress(event);
  }

  /** Says that something else happens now than training, with all that is pending. */
  phase(phase: LiveState['status']['phase']): void {
    this.#state.status = { ...this.#state.status, phase };
    this.#flush();
  }

  #progress(event: Progress): void {
    const { ms, finished, runs, done } = event;
    if (ms < this.#last + UPDATE_MS) return;
    this.#last = ms;
    for (const run of event.active) this.#active(run);
    const { phase } = this.#state.status;
    this.#state.status = { phase, ms, finished, runs, done, words: this.#words(event) };
    this.#flush();
  }

  #active(run: ActiveRun): void {
    const place = this.#places.get(key(run));
    if (place === undefined || !this.#shown.isShown(place)) return;
    const { worker, startMs, epoch, epochs } = run;
    const now = { status: 'training' as const, workers: this.#crew(place, worker), startMs };
    this.#change(place, { ...now, epoch, epochs, finals: latest(run) }, run);
  }

  #ended({ run, ms, span, finished }: RunEnd): void {
    this.#state.status = { ...this.#state.status, finished };
    const place = this.#places.get(key(run));
    if (place === undefined || !this.#shown.isShown(place)) return;
    const { evaluate } = this.#plan.trials[place];
    const { worker, startMs = ms, endMs = ms } = span ?? {};
    const workers = worker === undefined ? [] : this.#crew(place, worker);
    const epoch = run.history.epoch.at(-1) ?? 0;
    const finals = { loss: run.final, ...eachMetric(run, ({ final }) => final) };
    const epochs = evaluate[evaluate.length - 1];
    this.#change(
      place,
      { status: run.status, workers, startMs, endMs, epoch, epochs, finals: shortened(finals) },
      run,
    );
    this.#sent.delete(place);
  }

  #change(
    place: number,
    now: Omit<LiveRun, 'curves' | 'variant' | 'seed' | 'fold'>,
    measured: Measured,
  ): void {
    const { variant, seed, fold } = this.#plan.trials[place];
    const own = { variant, seed, ...(fold !== undefined && { fold }), ...now };
    this.#pending.push([place, own, this.#more(place, variant, measured)]);
  }

  /** What the curves of a run have got since they were sent. */
  #more(place: number, variant: number, measured: Measured): LiveCurves {
    if (!this.#shown.hasCurve(place)) return {};
    const { history } = measured;
    const from = this.#sent.get(place) ?? 0;
    const to = history.epoch.length;
    const points = this.#shown.points[variant].filter((at) => at >= from && at < to);
    this.#sent.set(place, to);
    if (points.length === 0) return {};
    const pick = (sets: SetCurves) =>
      Object.fromEntries(
        this.#plan.sets.flatMap((set) => {
          const values = sets[set];
          return values ? [[set, points.map((at) => short(values[at]))]] : [];
        }),
      );
    const { accuracy } = measured.metrics;
    return { loss: pick(history), ...(accuracy && { accuracy: pick(accuracy.history) }) };
  }

  #crew(place: number, worker: number): number[] {
    if (!this.#teams.has(place)) return [worker];
    return Array.from({ length: this.#threads }, (_, thread) => thread);
  }

  #flush(): void {
    const update = { status: this.#state.status, runs: this.#pending };
    this.#pending = [];
    applyUpdate(this.#state, update);
    this.#send(update);
  }
}

function key({ variant, seed, fold }: { variant: string; seed: number; fold?: number }): string {
  return `${variant} ${seed} ${fold}`;
}

function latest({ history, metrics }: ActiveRun): LiveFinals {
  const last = (sets: SetCurves): SetValues =>
    Object.fromEntries(
      (['train', 'validation', 'test'] as const).flatMap((set) => {
        const values = sets[set];
        return values ? [[set, values.at(-1) ?? null]] : [];
      }),
    ) as unknown as SetValues;
  return shortened({
    loss: last(history),
    ...eachMetric({ metrics }, (metric) => last(metric.history)),
  });
}

function eachMetric<T>(
  { metrics }: Pick<RunRecord, 'metrics'>,
  of: (metric: NonNullable<RunRecord['metrics'][MetricName]>) => T,
): Partial<Record<MetricName, T>> {
  return Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, of(metric)]));
}

function shortened(finals: Partial<Record<MeasureName, SetValues>>): LiveFinals {
  return Object.fromEntries(
    Object.entries(finals).map(([name, sets]) => [
      name,
      Object.fromEntries(Object.entries(sets).map(([set, value]) => [set, short(value)])),
    ]),
  );
}
