/** Wall time of the stages of a pipeline, in the order in which they ran. */
export class Stopwatch {
  readonly stages: { name: string; ms: number }[] = [];
  readonly #origin = performance.now();
  #last = this.#origin;

  /** Unix time in ms at which the watch was started. */
  get origin(): number {
    return performance.timeOrigin + this.#origin;
  }

  /** ms since the start. */
  readonly elapsed = (): number => performance.now() - this.#origin;

  /** Ends the stage that began at the last lap; returns its ms. */
  lap(name: string): number {
    const now = performance.now();
    const ms = now - this.#last;
    this.#last = now;
    this.stages.push({ name, ms: Math.round(ms * 1000) / 1000 });
    return ms;
  }
}
