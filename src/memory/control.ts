import { BARRIER_WORDS, Barrier } from './barrier.js';

/** What a trial is doing, as a word in the shared memory. */
export const TRIAL = {
  waiting: 0,
  running: 1,
  done: 2,
  diverged: 3,
  failed: 4,
  interrupted: 5,
} as const;

export type TrialState = (typeof TRIAL)[keyof typeof TRIAL];

/** Bytes of the control words for so many trials and slabs. */
export function controlBytes(trials: number, slabs: number): number {
  return 8 * (2 * trials) + 4 * (BARRIER_WORDS + 2 + 2 * slabs + 4 * trials);
}

/**
 * The words through which workers and coordinator speak; everything else is private to a worker
 * or read-only while training.
 *
 * ```
 * float64  startMs[trials] endMs[trials]        Unix time, written by the worker
 * int32    barrier of the team that trains
 *          cancel
 *          cursor                               position in the queue of the next trial
 *          heartbeat[slabs]                     counts up while a trial trains there
 *          trial[slabs]                         the trial that trains there, plus 1
 *          state[trials] points[trials] epoch[trials] worker[trials]
 * ```
 * `points` is stored after the curve values that it announces, so that a reader who sees the
 * count sees the values.
 */
export class Control {
  readonly barrier: Barrier;
  readonly #times: Float64Array;
  readonly #words: Int32Array;
  readonly #trials: number;
  readonly #slabs: number;
  readonly #perTrial: number;

  constructor(memory: WebAssembly.Memory, offset: number, trials: number, slabs: number) {
    this.#times = new Float64Array(memory.buffer, offset, 2 * trials);
    const words = offset + 16 * trials;
    this.barrier = new Barrier(memory, words);
    const rest = words + 4 * BARRIER_WORDS;
    this.#words = new Int32Array(memory.buffer, rest, 2 + 2 * slabs + 4 * trials);
    this.#trials = trials;
    this.#slabs = slabs;
    this.#perTrial = 2 + 2 * slabs;
  }

  cancel(): void {
    Atomics.store(this.#words, 0, 1);
  }

  get cancelled(): boolean {
    return Atomics.load(this.#words, 0) !== 0;
  }

  /** The next position of the queue; every position is handed out once. */
  claim(): number {
    return Atomics.add(this.#words, 1, 1);
  }

  /** Positions of the queue that were handed out; more than it has when it is empty. */
  get claimed(): number {
    return Atomics.load(this.#words, 1);
  }

  beat(slab: number): void {
    Atomics.add(this.#words, 2 + slab, 1);
  }

  heartbeat(slab: number): number {
    return Atomics.load(this.#words, 2 + slab);
  }

  /** @param worker id of the thread, for the records only. */
  start(trial: number, worker: number, slab: number): void {
    this.#times[trial] = performance.timeOrigin + performance.now();
    this.#store(3, trial, worker);
    Atomics.store(this.#words, 2 + this.#slabs + slab, trial + 1);
    this.#store(0, trial, TRIAL.running);
  }

  /** The trial that was started last in this slab; undefined: none. */
  trialIn(slab: number): number | undefined {
    const trial = Atomics.load(this.#words, 2 + this.#slabs + slab);
    return trial === 0 ? undefined : trial - 1;
  }

  end(trial: number, state: TrialState): void {
    this.#times[this.#trials + trial] = performance.timeOrigin + performance.now();
    this.#store(0, trial, state);
  }

  announce(trial: number, epoch: number, points: number): void {
    this.#store(2, trial, epoch);
    this.#store(1, trial, points);
  }

  state(trial: number): TrialState {
    return this.#load(0, trial) as TrialState;
  }

  /** Evaluated epochs whose losses are in the curve. */
  points(trial: number): number {
    return this.#load(1, trial);
  }

  epoch(trial: number): number {
    return this.#load(2, trial);
  }

  worker(trial: number): number {
    return this.#load(3, trial);
  }

  /** Unix time in ms; 0 before the trial starts or ends. */
  times(trial: number): { start: number; end: number } {
    return { start: this.#times[trial], end: this.#times[this.#trials + trial] };
  }

  #store(field: number, trial: number, value: number): void {
    Atomics.store(this.#words, this.#perTrial + field * this.#trials + trial, value);
  }

  #load(field: number, trial: number): number {
    return Atomics.load(this.#words, this.#perTrial + field * this.#trials + trial);
  }
}
