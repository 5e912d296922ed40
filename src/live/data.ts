/** What the live page is told: a plan with the page itself, a state when it connects, then updates. */
import type { SetName } from '../results/measured.js';
import type { MetricName, RunStatus } from '../results/schema.js';

export type MeasureName = 'loss' | MetricName;

/** What does not change while it trains: `#plan` of the page, JSON. */
export interface LivePlan {
  /** Of `measures` of the page's data, in their order. */
  measures: readonly MeasureName[];
  /** Of the last columns of the table; each has one for every set. */
  columns: readonly MeasureName[];
  threads: number;
  /** Of every variant: the evaluated epochs that its curves show. */
  epochs: readonly (readonly number[])[];
}

/** A value for each of the epochs that the curves of its variant show, as far as the run got. */
export type LiveCurves = Partial<Record<MeasureName, Partial<Record<SetName, (number | null)[]>>>>;

export type LiveFinals = Partial<Record<MeasureName, Partial<Record<SetName, number | null>>>>;

export interface LiveRun {
  variant: number;
  seed: number;
  fold?: number;
  status: RunStatus | 'training';
  /** Threads from 0; none where it was never begun. */
  workers: readonly number[];
  startMs: number;
  /** Where it has ended. */
  endMs?: number;
  epoch: number;
  epochs: number;
  /** The latest values; of a run that ended those at the parameters that are kept. */
  finals: LiveFinals;
  curves: LiveCurves;
}

/** Where the whole stands. */
export interface LiveStatus {
  phase: 'training' | 'stopping' | 'writing';
  ms: number;
  finished: number;
  runs: number;
  /** Share of the estimated work that is done, 0 to 1. */
  done: number;
  /** The line of the terminal: runs, time, ETA, speed. */
  words: string;
}

export interface LiveUpdate {
  status: LiveStatus;
  /** Place of a run in the plan, what it is now, and the points that its curves have got. */
  runs: [place: number, now: Omit<LiveRun, 'curves'>, more: LiveCurves][];
}

export interface LiveState {
  status: LiveStatus;
  runs: Map<number, LiveRun>;
}

export function emptyState(runs: number): LiveState {
  return {
    status: { phase: 'training', ms: 0, finished: 0, runs, done: 0, words: `0/${runs} runs` },
    runs: new Map(),
  };
}

/** Changes the state by an update, as server and page do. */
export function applyUpdate(state: LiveState, { status, runs }: LiveUpdate): void {
  state.status = status;
  for (const [place, now, more] of runs) {
    const curves = state.runs.get(place)?.curves ?? {};
    for (const [measure, sets] of Object.entries(more) as [MeasureName, LiveCurves['loss']][]) {
      const own = curves[measure] ?? {};
      curves[measure] = own;
      for (const [set, values] of Object.entries(sets ?? {}) as [SetName, (number | null)[]][]) {
        own[set] = [...(own[set] ?? []), ...values];
      }
    }
    state.runs.set(place, { ...now, curves });
  }
}

/** The update that makes the state out of an empty one. */
export function wholeState({ status, runs }: LiveState): LiveUpdate {
  return {
    status,
    runs: [...runs].map(([place, { curves, ...now }]) => [place, now, curves]),
  };
}
