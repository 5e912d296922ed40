import { setTimeout as delay } from 'node:timers/promises';
import { type Control, TRIAL } from '../memory/control.js';
import type { Schedule } from '../plan/schedule.js';
import type { Task, TaskResult } from './messages.js';
import type { TrainingPool } from './training-pool.js';

export interface RunOptions extends Schedule {
  /** Stops handing out trials and cancels those that run. */
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

/** A task under way in one slab. */
interface Flight {
  /** The trial of a team; each of its members is a flight of its own. */
  team?: number;
  abort: AbortController;
  /** Positions of the queue that were claimed when it took off. */
  claimed: number;
  heartbeat: number;
  since: number;
}

/**
 * Runs a schedule on the pool. It never rejects and never waits for ever: a trial whose worker
 * throws, traps, exits, runs out of memory, hangs or cannot start fails with a reason, and the
 * worker is replaced. A team that loses a member ends. The state of every trial is in the control
 * words.
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
  readonly #free: number[];
  readonly #flights = new Map<number, Flight>();
  readonly #reasons = new Map<number, string>();
  readonly #crews = new Map<number, number[]>();
  readonly #watch: NodeJS.Timeout;
  readonly #resolve: (report: TrialReport) => void;
  #failedStarts = 0;
  #over = false;

  constructor(pool: TrainingPool, control: Control, options: RunOptions) {
    this.#pool = pool;
    this.#control = control;
    this.#options = options;
    this.#teams = [...options.teams];
    this.#free = Array.from({ length: options.workers }, (_, i) => options.workers - 1 - i);
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
    if (this.#flights.size === 0 && this.#teams.length > 0) {
      this.#control.barrier.reset();
      const trial = this.#teams.shift()!;
      const team = this.#free.length;
      for (const slab of this.#free.splice(0)) this.#start({ slab, trial, team });
      return;
    }
    const teamIsOut = [...this.#flights.values()].some(({ team }) => team !== undefined);
    while (!teamIsOut && this.#left > 0 && this.#free.length > 0) {
      this.#start({ slab: this.#free.pop()! });
    }
    if (this.#flights.size === 0) this.#finish();
  }

  /** Trials of the queue that no worker has taken. */
  get #left(): number {
    if (this.#control.cancelled) return 0;
    return this.#options.queue.length - this.#control.claimed;
  }

  #start(task: Task): void {
    const { slab } = task;
    const flight: Flight = {
      ...('team' in task && { team: task.trial }),
      abort: new AbortController(),
      claimed: this.#control.claimed,
      heartbeat: this.#control.heartbeat(slab),
      since: performance.now(),
    };
    this.#flights.set(slab, flight);
    this.#pool.run(task, flight.abort.signal).then(
      (result) => this.#landed(slab, flight, result),
      (error: unknown) => this.#crashed(slab, flight, error),
    );
  }

  #landed(slab: number, { team }: Flight, { thread, failure }: TaskResult): void {
    if (team !== undefined) this.#crews.set(team, [...(this.#crews.get(team) ?? []), thread]);
    // Of a team, the first reason is the cause; the others only miss a member.
    if (failure && !this.#reasons.has(failure.trial)) {
      this.#reasons.set(failure.trial, failure.message);
    }
    this.#failedStarts = 0;
    this.#release(slab);
  }

  /** The worker is gone, and with it the trial that it was training. */
  #crashed(slab: number, { team, claimed }: Flight, error: unknown): void {
    if (this.#over) return;
    if (team !== undefined) this.#control.barrier.poison();
    if (this.#control.cancelled) {
      this.#release(slab);
      return;
    }
    const last = team ?? this.#control.trialIn(slab);
    const lost = last !== undefined && (team !== undefined || this.#isRunning(last));
    if (lost) this.#fail(last, this.#reasons.get(last) ?? messageOf(error));
    const begun = lost || this.#control.claimed > claimed;
    this.#failedStarts = begun ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts > MAX_FAILED_STARTS) this.#giveUp(error);
    const ready = this.#pool.alive ? delay(THREAD_END_MS) : this.#pool.restart();
    void ready.then(() => this.#release(slab));
  }

  #giveUp(error: unknown): void {
    const cause = messageOf(this.#pool.startError ?? error);
    this.#teams.splice(0).forEach((trial) => {
      this.#fail(trial, `no worker could be started: ${cause}`);
    });
    while (this.#left > 0) {
      const trial = this.#options.queue[this.#control.claim()];
      if (trial !== undefined) this.#fail(trial, `no worker could be started: ${cause}`);
    }
  }

  #release(slab: number): void {
    this.#flights.delete(slab);
    this.#free.push(slab);
    this.#dispatch();
  }

  #isRunning(trial: number): boolean {
    return this.#control.state(trial) === TRIAL.running;
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
        const trial = flight.team ?? this.#control.trialIn(slab);
        if (trial !== undefined && this.#isRunning(trial)) {
          this.#reasons.set(trial, `made no progress for ${this.#options.stallMs / 1000} s`);
        }
        flight.abort.abort();
      }
    }
  }

  readonly #cancel = (): void => {
    this.#control.cancel();
    this.#control.barrier.poison();
    this.#teams.length = 0;
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
    if (!this.#control.cancelled) this.#failUnbegun();
    this.#resolve({ reasons: this.#reasons, crews: this.#crews });
  }

  /** A worker that dies in the instant between taking a trial and beginning it. */
  #failUnbegun(): void {
    for (const trial of this.#options.queue) {
      if (this.#control.state(trial) !== TRIAL.waiting) continue;
      this.#fail(trial, 'its worker was lost before it began');
    }
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const exit = /worker exited with code: (.+)/.exec(message);
  return exit ? `its worker exited with code ${exit[1]}` : message;
}
