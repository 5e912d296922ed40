/** Start of every tensor: a cache line, so that no two workers ever write to the same one. */
const ALIGNMENT = 64;

/** Hands out byte ranges one after another: sizes first, then one allocation. It owns no memory. */
export class Arena {
  #end: number;

  /** @param start byte offset of the first range. */
  constructor(start = 0) {
    this.#end = start;
  }

  /** Offset of a fresh range of `bytes`, a multiple of 64. */
  take(bytes: number): number {
    const offset = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
    this.#end = offset + bytes;
    return offset;
  }

  /** Bytes up to the end of the last range, rounded up to whole cache lines. */
  get end(): number {
    return Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
  }
}
