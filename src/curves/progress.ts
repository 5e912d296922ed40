import type { ActiveRun, SweepEvent } from '../events.js';
import { TRIAL } from '../memory/control.js';
import { trialFlops } from '../plan/flops.js';
import { collectRun, type SharedCurves } from './collect.js';

/** ms since the start of the sweep, and when that was: Unix time in ms. */
export interface Clock {
  elapsed(): number;
  readonly origin: number;
}

/**
 * Turns what the workers leave in the shared memory into events. The workers post nothing:
 * `look` reads the words.
 */
export class Progress {
  readonly #shared: SharedCurves;
  readonly #emit: (event: SweepEvent) => void;
  readonly #clock: Clock;
  readonly #work: number[];
  readonly #totalWork: number;
  /** Trials that have not been reported as ended. */
  readonly #open: Set<number>;
  readonly #started = new Set<number>();
  readonly #workers = new Map<number, number>();
  #finished = 0;
  #finishedWork = 0;
  #finishedSamples = 0;

  constructor(shared: SharedCurves, emit: (event: SweepEvent) => void, clock: Clock) {
    const { variants, trials, datasets } = shared.plan;
    this.#shared = shared;
    this.#emit = emit;
    this.#clock = clock;
    this.#open = new Set(trials.map(({ index }) => index));
    this.#work = trials.map((t) => trialFlops(variants[t.variant], t, datasets[t.dataset]));
    this.#totalWork = this.#work.reduce((sum, work) => sum + work, 0);
  }

  /** Reports the trials that began or ended since the last look, then where the rest stands. */
  look(): void {
    const active: ActiveRun[] = [];
    let work = 0;
    let samples = 0;
    for (const index of this.#open) {
      const state = this.#shared.control.state(index);
      if (state === TRIAL.waiting) continue;
      this.#reportStart(index);
      if (state === TRIAL.running) {
        const run = this.#activeRun(index);
        active.push(run);
        work += (this.#work[index] * run.epoch) / run.epochs;
        samples += this.#samples(index, run.epoch);
      } else if (state !== TRIAL.failed) {
        this.reportEnd(index);
      }
    }
    this.#emit({
      type: 'progress',
      ms: this.#clock.elapsed(),
      active,
      finished: this.#finished,
      runs: this.#work.length,
      done: (this.#finishedWork + work) / this.#totalWork,
      samples: this.#finishedSamples + samples,
    });
  }

  /** Reports what is left when training is over, failed runs with their reasons. */
  close(reasons: ReadonlyMap<number, string>): void {
    for (const index of [...this.#open]) this.reportEnd(index, reasons.get(index));
  }

  reportEnd(index: number, reason?: string): void {
    this.#open.delete(index);
    this.#finished++;
    this.#finishedWork += this.#work[index];
    this.#finishedSamples += this.#samples(index, this.#shared.control.epoch(index));
    const span = this.#span(index);
    this.#emit({
      type: 'run-end',
      run: collectRun(this.#shared, index, reason),
      finished: this.#finished,
      runs: this.#work.length,
      ms: this.#clock.elapsed(),
      ...(span && { span }),
    });
  }

  /** A run that was stopped has no end of its own. */
  #span(index: number) {
    const { control } = this.#shared;
    const { start, end } = control.times(index);
    if (control.state(index) === TRIAL.waiting || start === 0) return undefined;
    return {
      worker: this.#worker(control.worker(index)),
      startMs: start - this.#clock.origin,
      endMs: end >= start ? end - this.#clock.origin : this.#clock.elapsed(),
    };
  }

  #reportStart(index: number): void {
    if (this.#started.has(index)) return;
    this.#started.add(index);
    const { variant, seed, worker } = this.#activeRun(index);
    this.#emit({ type: 'run-start', variant, seed, worker, ms: this.#clock.elapsed() });
  }

  #activeRun(index: number): ActiveRun {
    const { plan, control } = this.#shared;
    const { variant, seed, fold } = plan.trials[index];
    const { history, final, metrics } = collectRun(this.#shared, index);
    return {
      variant: plan.variants[variant].id,
      seed,
      ...(fold !== undefined && { fold }),
      worker: this.#worker(control.worker(index)),
      startMs: control.times(index).start - this.#clock.origin,
      epoch: history.epoch[history.epoch.length - 1] ?? 0,
      epochs: plan.variants[variant].training.epochs,
      ...final,
      ...(metrics.accuracy && { accuracy: metrics.accuracy.final.test }),
      history,
      metrics,
    };
  }

  #samples(index: number, epochs: number): number {
    const { trials, datasets } = this.#shared.plan;
    return epochs * datasets[trials[index].dataset].trainRows;
  }

  /** Threads in the order of their appearance, from 0. */
  #worker(thread: number): number {
    const known = this.#workers.get(thread) ?? this.#workers.size;
    this.#workers.set(thread, known);
    return known;
  }
}
