/** int32 words of a barrier. */
export const BARRIER_WORDS = 3;

const ARRIVED = 0;
const GENERATION = 1;
const POISON = 2;

/** Polls before a member goes to sleep: about 30 µs, more than a balanced phase leaves to wait. */
const SPINS = 10_000;
/** Sleep between two looks at the poison word, in ms: a notification ends it sooner. */
const SLICE_MS = 20;

/**
 * Where the members of a team wait for one another. No wait is for ever: a member that is gone
 * poisons the barrier (or is poisoned by the coordinator), and a deadline ends the rest.
 */
export class Barrier {
  readonly #words: Int32Array;

  /** @param offset byte offset of three int32 words, all zero. */
  constructor(memory: WebAssembly.Memory, offset: number) {
    this.#words = new Int32Array(memory.buffer, offset, BARRIER_WORDS);
  }

  /**
   * Returns true when all `size` members have arrived, false when the barrier is poisoned or a
   * peer has not come for `deadlineMs` (which poisons it).
   */
  wait(size: number, deadlineMs: number): boolean {
    const words = this.#words;
    const generation = Atomics.load(words, GENERATION);
    if (Atomics.load(words, POISON) !== 0) return false;
    if (Atomics.add(words, ARRIVED, 1) === size - 1) {
      Atomics.store(words, ARRIVED, 0);
      Atomics.add(words, GENERATION, 1);
      Atomics.notify(words, GENERATION);
      return true;
    }
    for (let i = 0; i < SPINS; i++) {
      if (Atomics.load(words, GENERATION) !== generation) return true;
    }
    return this.#sleep(generation, deadlineMs);
  }

  /** Breaks the barrier: whoever waits or comes later is told so. */
  poison(): void {
    Atomics.store(this.#words, POISON, 1);
    Atomics.notify(this.#words, GENERATION);
  }

  get poisoned(): boolean {
    return Atomics.load(this.#words, POISON) !== 0;
  }

  /** For the next team, when no member of the last one is left. */
  reset(): void {
    for (let word = 0; word < BARRIER_WORDS; word++) Atomics.store(this.#words, word, 0);
  }

  #sleep(generation: number, deadlineMs: number): boolean {
    const words = this.#words;
    const deadline = performance.now() + deadlineMs;
    while (Atomics.load(words, GENERATION) === generation) {
      if (this.poisoned) return false;
      if (performance.now() > deadline) {
        this.poison();
        return false;
      }
      Atomics.wait(words, GENERATION, generation, SLICE_MS);
    }
    return true;
  }
}
