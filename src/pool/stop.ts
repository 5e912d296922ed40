/** Why training ended before its time, if it did. */
export type Stopped = 'completed' | 'aborted' | 'time-limit';

/** One signal out of the caller's and a time limit. */
export class StopSignal {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #reason: Stopped = 'completed';

  /** @param seconds until the limit, from now; undefined: none. */
  constructor(outer: AbortSignal | undefined, seconds: number | undefined) {
    this.#outer = outer;
    if (outer?.aborted) this.#abort();
    else outer?.addEventListener('abort', this.#abort, { once: true });
    if (seconds === undefined) return;
    // A timer cannot be set further ahead than 2^31 − 1 ms.
    const ms = Math.min(seconds * 1000, 2_147_483_647);
    this.#timer = setTimeout(() => this.#stop('time-limit'), ms);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): Stopped {
    return this.#reason;
  }

  /** Lets go of timer and listener. */
  release(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#abort);
  }

  readonly #abort = (): void => this.#stop('aborted');

  #stop(reason: Stopped): void {
    if (this.#reason !== 'completed') return;
    this.#reason = reason;
    this.#controller.abort();
  }
}
