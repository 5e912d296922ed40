/**
 * Events pushed by one side and iterated by the other. Events from before the iteration began are
 * not kept: whoever only awaits the outcome pays nothing for them. One iteration at a time.
 */
export class EventQueue<T> implements AsyncIterable<T> {
  #pending: T[] = [];
  #wake: (() => void) | undefined;
  #iterating = false;
  #closed = false;

  push(event: T): void {
    if (!this.#iterating) return;
    this.#pending.push(event);
    this.#wake?.();
  }

  /** Ends the iteration after the events that are pending. */
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  [Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    this.#iterating = true;
    return this.#iterate();
  }

  async *#iterate(): AsyncGenerator<T, void, void> {
    try {
      for (;;) {
        const events = this.#pending;
        this.#pending = [];
        yield* events;
        if (this.#pending.length > 0) continue;
        if (this.#closed) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      this.#iterating = false;
      this.#pending = [];
    }
  }
}
