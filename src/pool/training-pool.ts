import { Piscina } from 'piscina';
import type { Task, TaskResult, WorkerSetup } from './messages.js';

/** The worker of the built package; the same place seen from `src/` and from `dist/`. */
const WORKER = new URL('../../dist/pool/worker.js', import.meta.url);

/** JS heap of a worker: it holds the plan, no data. */
const HEAP_MB = 512;

/**
 * The threads. A piscina pool whose dead workers are replaced; one that cannot start workers any
 * more is itself replaced on demand.
 */
export class TrainingPool {
  readonly #setup: WorkerSetup;
  readonly #threads: number;
  readonly #worker: URL;
  #piscina: Piscina;
  #restarting: Promise<void> | undefined;
  #startError: unknown;

  /**
   * Starts `threads` workers, which boot (30 to 50 ms) while the caller goes on.
   *
   * @param worker file of the worker; another one only to test how the pool copes with faults.
   */
  constructor(setup: WorkerSetup, threads: number, worker: URL = WORKER) {
    this.#setup = setup;
    this.#threads = threads;
    this.#worker = worker;
    this.#piscina = this.#create();
  }

  /** Rejects when the worker dies, cannot start, or `signal` aborts (which ends the worker). */
  run(task: Task, signal: AbortSignal): Promise<TaskResult> {
    return this.#piscina.run(task, { signal }) as Promise<TaskResult>;
  }

  /** False when every worker is gone and piscina has given up: a task would wait for ever. */
  get alive(): boolean {
    return this.#piscina.threads.length > 0;
  }

  /** What the last worker died of that had no task. */
  get startError(): unknown {
    return this.#startError;
  }

  /** Ends what is left of the threads and starts as many anew; calls at the same time share one
   * restart. */
  restart(): Promise<void> {
    this.#restarting ??= this.#replace().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  async destroy(): Promise<void> {
    await this.#piscina.destroy();
  }

  async #replace(): Promise<void> {
    await this.#piscina.destroy();
    this.#piscina = this.#create();
  }

  #create(): Piscina {
    const piscina = new Piscina({
      filename: this.#worker.href,
      minThreads: this.#threads,
      maxThreads: this.#threads,
      concurrentTasksPerWorker: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      recordTiming: false,
      trackUnmanagedFds: false,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      workerData: this.#setup,
    });
    // A worker that dies while it has no task, most likely while it starts: no task rejects.
    piscina.on('error', (error: unknown) => {
      this.#startError = error;
    });
    return piscina;
  }
}
