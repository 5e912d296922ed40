import type { KernelArena } from '../kernels/arena.js';

/** Bytes of an arena that are used again and again. */
export interface Block {
  readonly at: number;
  readonly bytes: number;
  /** Of the arena, when it was taken from it: a reset gives it to others. */
  readonly generation: number;
}

/**
 * Lends blocks of an arena, which itself takes nothing back. Of the free blocks that are large
 * enough the smallest is lent: whoever asks for the same sizes in the same order again, as every
 * step of a training does, is given what was there the first time, and the arena no longer grows.
 */
export class Pool {
  readonly #arena: KernelArena;
  /** By size, the smallest first. */
  #free: Block[] = [];

  constructor(arena: KernelArena) {
    this.#arena = arena;
  }

  /** Of unspecified content. @throws {RangeError} when the arena is full. */
  lend(bytes: number): Block {
    const { generation } = this.#arena;
    this.#free = this.#free.filter((block) => block.generation === generation);
    const i = this.#free.findIndex((block) => block.bytes >= bytes);
    if (i >= 0) return this.#free.splice(i, 1)[0];
    return { at: this.#arena.vector(Math.ceil(bytes / 4)).at, bytes, generation };
  }

  /** Takes back what was lent. */
  take(blocks: readonly Block[]): void {
    this.#free.push(...blocks);
    this.#free.sort((a, b) => a.bytes - b.bytes);
  }
}
