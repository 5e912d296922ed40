/**
 * A memory in which all but the operands of one call is canary, a NaN with a pattern of its own,
 * with a record of what the call may do to every word. Operands lie at the start; one of them may
 * lie against the end, where reading on traps.
 */
const CANARY = 0x7fa5a5a5;
/** Words between two operands, at least: more than any vector, panel or lane that could stray. */
const GUARD = 37;
const PAGES = 10;

export const Grant = { read: 1, write: 2, result: 4 } as const;

export interface Segment {
  /** Word. */
  readonly at: number;
  readonly words: Uint32Array;
  readonly grants: Uint8Array;
}

export class Field {
  readonly memory: WebAssembly.Memory;
  readonly f32: Float32Array;
  readonly u32: Uint32Array;
  readonly grants: Uint8Array;
  #head = 0;
  #tail = 0;
  readonly #canaries: Uint8Array;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
    this.f32 = new Float32Array(this.memory.buffer);
    this.u32 = new Uint32Array(this.memory.buffer);
    this.grants = new Uint8Array(this.u32.length);
    this.#canaries = new Uint8Array(new Uint32Array(this.u32.length).fill(CANARY).buffer);
    this.reset();
  }

  reset(): void {
    this.u32.fill(CANARY);
    this.grants.fill(0);
    this.#head = GUARD;
    this.#tail = this.u32.length;
  }

  /** Room for `size` words, of which the first is returned; `skip`: words more before it. */
  take(size: number, skip: number, atEnd: boolean): number {
    if (atEnd) {
      this.#tail = this.u32.length - size;
      return this.#tail;
    }
    const word = this.#head + skip;
    this.#head = word + size + GUARD;
    if (this.#head > this.u32.length / 2) throw new Error('the field of the test is too small');
    return word;
  }

  grant(word: number, count: number, what: number): void {
    for (let w = word; w < word + count; ++w) this.grants[w] |= what;
  }

  save(): Segment[] {
    return [
      [0, this.#head],
      [this.#tail, this.u32.length],
    ].map(([from, to]) => ({
      at: from,
      words: this.u32.slice(from, to),
      grants: this.grants.slice(from, to),
    }));
  }

  /** Only what the segments hold differs from an empty field, if the last call kept its bounds. */
  restore(segments: readonly Segment[]): void {
    const [head, tail] = [segments[0].words.length, segments[1].at];
    this.#clear(head, this.#head);
    this.#clear(this.#tail, tail);
    [this.#head, this.#tail] = [head, tail];
    for (const { at, words, grants } of segments) {
      this.u32.set(words, at);
      this.grants.set(grants, at);
    }
  }

  #clear(from: number, to: number): void {
    if (from >= to) return;
    this.u32.fill(CANARY, from, to);
    this.grants.fill(0, from, to);
  }

  /** Whether the words between the segments are still canaries. */
  intact([head, tail]: readonly Segment[]): boolean {
    const from = 4 * head.words.length;
    const bytes = Buffer.from(this.memory.buffer, from, 4 * tail.at - from);
    return bytes.equals(this.#canaries.subarray(0, bytes.length));
  }
}
