import { setTimeout as delay } from 'node:timers/promises';
import { type Control, TRIAL } from '../memory/control.js';
import type { Schedule } from '../plan/schedule.js';
import type { TaskResult } from './messages.js';
import type { TrainingPool } from './training-pool.js';

export interface RunOptions extends Schedule {
  /** Number of slabs: as many tasks run at once. */
  slabs: number;
  /** Stops handing out tasks and cancels those that run. */
  signal: AbortSignal;
  /** A trial that does not take a step for so long is given up, in ms. */
  stallMs: number;
}

export interface TrialReport {
  /** Why trials failed. */
  reasons: ReadonlyMap<number, string>;
  /** Threads of the trials that a team trained. */
  crews: ReadonlyMap<number, readonly number[]>;
}

/** Time for cancelled trials to stop by themselves before their threads are ended. */
const GRACE_MS = 500;
/** Starts of the workers that may fail in a row before the rest is given up. */
const MAX_FAILED_STARTS = 3;
const WATCH_MS = 100;
/** After so long a thread that was told to end no longer writes to its slab. */
const THREAD_END_MS = 200;

interface Flight {
  trials: readonly number[];
  /** One of a team: each of its members is a flight of its own. */
  team: boolean;
  abort: AbortController;
  heartbeat: number;
  since: number;
}

/**
 * Runs a schedule on the pool. It never rejects and never waits for ever: a trial whose worker
 * throws, traps, exits, runs out of memory, hangs or cannot start fails with a reason; the trials
 * that shared its task and had not begun are run again. A team that loses a member ends.
 *
 * The state of every trial is in the control words.
 */
export function runTrials(
  pool: TrainingPool,
  control: Control,
  options: RunOptions,
): Promise<TrialReport> {
  return new TrialRun(pool, control, options).finished;
}

class TrialRun {
  readonly finished: Promise<TrialReport>;
  readonly #pool: TrainingPool;
  readonly #control: Control;
  readonly #options: RunOptions;
  readonly #teams: number[];
  readonly #queue: (readonly number[])[];
  readonly #free: number[];
  readonly #flights = new Map<number, Flight>();
  readonly #reasons = new Map<number, string>();
  readonly #watch: NodeJS.Timeout;
  readonly #crews = new Map<number, number[]>();
  readonly #resolve: (report: TrialReport) => void;
  #failedStarts = 0;
  #over = false;

  constructor(pool: TrainingPool, control: Control, options: RunOptions) {
    this.#pool = pool;
    this.#control = control;
    this.#options = options;
    this.#teams = [...options.teams];
    this.#queue = options.tasks.filter((task) => task.length > 0);
    this.#free = Array.from({ length: options.slabs }, (_, i) => options.slabs - 1 - i);
    let resolve = (_: TrialReport) => {};
    this.finished = new Promise((r) => {
      resolve = r;
    });
    this.#resolve = resolve;
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    if (options.signal.aborted) this.#cancel();
    else options.signal.addEventListener('abort', this.#cancel, { once: true });
    this.#dispatch();
  }

  /** A team needs every worker at once, so that it starts when none is busy. */
  #dispatch(): void {
    const idle = this.#flights.size === 0;
    if (idle && this.#teams.length > 0) {
      this.#startTeam(this.#teams.shift()!);
      return;
    }
    const teamIsOut = [...this.#flights.values()].some(({ team }) => team);
    while (!teamIsOut && this.#queue.length > 0 && this.#free.length > 0) {
      this.#start(this.#queue.shift()!, this.#free.pop()!);
    }
    if (this.#flights.size === 0 && this.#queue.length === 0) this.#finish();
  }

  #startTeam(trial: number): void {
    this.#control.barrier.reset();
    const size = this.#free.length;
    for (const slab of this.#free.splice(0)) this.#start([trial], slab, size);
  }

  #start(trials: readonly number[], slab: number, team?: number): void {
    const abort = new AbortController();
    const heartbeat = this.#control.heartbeat(slab);
    const flight = { trials, team: team !== undefined, abort, heartbeat, since: performance.now() };
    this.#flights.set(slab, flight);
    const task = team === undefined ? { trials, slab } : { trials, slab, team };
    this.#pool.run(task, abort.signal).then(
      (result) => this.#landed(slab, flight, result),
      (error: unknown) => this.#crashed(slab, flight, error),
    );
  }

  #landed(slab: number, { trials, team }: Flight, { thread, failures }: TaskResult): void {
    if (team) this.#crews.set(trials[0], [...(this.#crews.get(trials[0]) ?? []), thread]);
    for (const { trial, message } of failures) {
      // Of a team, the first reason is the cause; the others only miss a member.
      if (!this.#reasons.has(trial)) this.#reasons.set(trial, message);
    }
    this.#failedStarts = 0;
    this.#release(slab);
  }

  /** The worker is gone. The trial that it was training failed; trials not begun run again. */
  #crashed(slab: number, { trials, team }: Flight, error: unknown): void {
    if (this.#over) return;
    if (team) this.#control.barrier.poison();
    if (this.#control.cancelled) {
      this.#release(slab);
      return;
    }
    const begun = trials.filter((trial) => this.#control.state(trial) === TRIAL.running);
    const running = team ? trials : begun;
    for (const trial of running) this.#fail(trial, this.#reasons.get(trial) ?? messageOf(error));
    const waiting = trials.filter((trial) => this.#control.state(trial) === TRIAL.waiting);
    this.#failedStarts = begun.length > 0 ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts > MAX_FAILED_STARTS) this.#giveUp(waiting, error);
    else if (waiting.length > 0) this.#queue.unshift(waiting);
    const ready = this.#pool.alive ? delay(THREAD_END_MS) : this.#pool.restart();
    void ready.then(() => this.#release(slab));
  }

  #giveUp(waiting: readonly number[], error: unknown): void {
    const cause = messageOf(this.#pool.startError ?? error);
    const left = [...waiting, ...this.#teams.splice(0), ...this.#queue.splice(0).flat()];
    for (const trial of left) this.#fail(trial, `no worker could be started: ${cause}`);
  }

  #release(slab: number): void {
    this.#flights.delete(slab);
    this.#free.push(slab);
    this.#dispatch();
  }

  #fail(trial: number, reason: string): void {
    this.#control.end(trial, TRIAL.failed);
    this.#reasons.set(trial, reason);
  }

  /** Ends what makes no progress, and revives a pool that has lost all its workers. */
  #look(): void {
    const now = performance.now();
    for (const [slab, flight] of this.#flights) {
      const heartbeat = this.#control.heartbeat(slab);
      if (heartbeat !== flight.heartbeat) {
        flight.heartbeat = heartbeat;
        flight.since = now;
      } else if (now - flight.since > this.#options.stallMs || !this.#pool.alive) {
        flight.since = now;
        const seconds = this.#options.stallMs / 1000;
        for (const trial of flight.trials) {
          if (this.#control.state(trial) !== TRIAL.running) continue;
          this.#reasons.set(trial, `made no progress for ${seconds} s`);
        }
        flight.abort.abort();
      }
    }
  }

  readonly #cancel = (): void => {
    this.#control.cancel();
    this.#control.barrier.poison();
    this.#teams.length = 0;
    this.#queue.length = 0;
    setTimeout(() => {
      if (!this.#over) void this.#pool.destroy().then(() => this.#finish());
    }, GRACE_MS).unref();
    this.#dispatch();
  };

  #finish(): void {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#watch);
    this.#options.signal.removeEventListener('abort', this.#cancel);
    this.#resolve({ reasons: this.#reasons, crews: this.#crews });
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const exit = /worker exited with code: (.+)/.exec(message);
  return exit ? `its worker exited with code ${exit[1]}` : message;
}
