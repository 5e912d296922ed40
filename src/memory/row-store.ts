import { InputError } from '../config/problem.js';
import { gibibytes, growTo, MAX_MEMORY_BYTES } from './size.js';

/**
 * The front of the memory: rows of files are read straight to where training finds them. Everything
 * else is laid out behind.
 */
export class RowStore {
  readonly memory: WebAssembly.Memory;
  readonly #available: number;
  #bytes = 0;

  /** @param available bytes of memory that this process may have. */
  constructor(memory: WebAssembly.Memory, available: number) {
    this.memory = memory;
    this.#available = available;
  }

  /** Bytes that are taken. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Room for so many floats, zeros, 64 bytes aligned.
   *
   * @throws {InputError} (exit code 3) when there is not so much memory.
   */
  readonly take = (count: number): Float32Array => {
    const at = this.#bytes;
    const end = at + 64 * Math.ceil((4 * count) / 64);
    if (end > Math.min(this.#available, MAX_MEMORY_BYTES)) throw tooLarge(end);
    growTo(this.memory, end, () => tooLarge(end));
    this.#bytes = end;
    return new Float32Array(this.memory.buffer, at, count);
  };
}

function tooLarge(bytes: number): InputError {
  const message = `found rows that need ${gibibytes(bytes)} of memory, expected less: use fewer rows or columns`;
  return new InputError([{ where: 'data', message }], 3);
}
