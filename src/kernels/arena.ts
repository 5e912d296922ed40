import { ceil4 } from './contract.js';
import { gemmScratchBytes } from './scratch.js';
import { FloatMatrix, type Home, RowNumbers } from './tensor.js';

/** Start of every tensor: a cache line, so that threads never write to the same one. */
const ALIGNMENT = 64;
const PAGE = 65536;

/** The part of a memory that an arena hands out, in bytes. */
export interface Region {
  /** First byte. */
  from: number;
  bytes: number;
}

/**
 * Hands out ranges of a kernel memory, one after another and zeroed, as typed views. Nothing is
 * freed alone: `reset` frees everything at once. The memory grows when it has to, up to its limit.
 *
 * All sizes are whole numbers from 0; all offsets are byte offsets, multiples of 64.
 */
export class KernelArena implements Home {
  readonly memory: WebAssembly.Memory;
  readonly #region: Region;
  #end: number;
  #generation = 0;
  #disposed = false;

  /** @param region what may be handed out; it may lie beyond the memory's present size. */
  constructor(memory: WebAssembly.Memory, region: Region) {
    this.memory = memory;
    this.#region = region;
    this.#end = region.from;
  }

  /**
   * A matrix of +0.
   *
   * @param ld floats from row to row, default and minimum `ceil4(columns)`: every kernel may then
   *   read and write it.
   * @throws {RangeError} for sizes that are none, or when the limit of the memory is reached.
   */
  matrix(rows: number, columns: number, ld = ceil4(columns)): FloatMatrix {
    const needed = ceil4(whole(columns, 'columns'));
    if (whole(ld, 'ld') < needed)
      throw new RangeError(`found ld ${ld}, expected ${needed} or more`);
    const at = this.#take(4 * whole(rows, 'rows') * ld);
    const matrix = new FloatMatrix(this, at, rows, columns, ld);
    matrix.data.fill(0);
    return matrix;
  }

  /** A vector of +0 such as a bias: a matrix of one row. */
  vector(count: number): FloatMatrix {
    return this.matrix(1, count);
  }

  /** Row numbers for `gather_rows`. They are not checked: one beyond the source reads elsewhere. */
  rowNumbers(values: ArrayLike<number>): RowNumbers {
    const rows = new RowNumbers(this, this.#take(4 * values.length), values.length);
    rows.data.set(values);
    return rows;
  }

  /** Byte offset of scratch for products of up to m × n × k; of unspecified content. */
  scratch(m: number, n: number, k: number): number {
    return this.#take(gemmScratchBytes(whole(m, 'm'), whole(n, 'n'), whole(k, 'k')));
  }

  /**
   * A view of a matrix that lies somewhere in the memory, put there by another thread.
   *
   * @throws {RangeError} when it does not lie inside the memory, or `at` is no multiple of 4.
   */
  matrixAt(at: number, rows: number, columns: number, ld = ceil4(columns)): FloatMatrix {
    this.check(this.#generation);
    const end = whole(at, 'at') + 4 * whole(rows, 'rows') * whole(ld, 'ld');
    if (at % 4 !== 0) throw new RangeError(`found offset ${at}, expected a multiple of 4`);
    if (end > this.memory.buffer.byteLength || whole(columns, 'columns') > ld) {
      throw new RangeError(`found a ${rows} × ${columns} matrix at ${at} beyond the memory`);
    }
    return new FloatMatrix(this, at, rows, columns, ld);
  }

  /** Bytes handed out, with the gaps of alignment. */
  get used(): number {
    return this.#end - this.#region.from;
  }

  /** The most bytes that can be handed out. */
  get limit(): number {
    return this.#region.bytes;
  }

  /** Counts the resets: tensors of an earlier generation are no longer there. */
  get generation(): number {
    return this.#generation;
  }

  /** Frees everything. What was handed out before throws when it is used again. */
  reset(): void {
    this.#generation++;
    this.#end = this.#region.from;
  }

  /** Frees everything for good. */
  dispose(): void {
    this.#disposed = true;
  }

  check(generation: number): void {
    if (this.#disposed) throw new Error('the kernels of this tensor were disposed');
    if (generation !== this.#generation) throw new Error('the arena of this tensor was reset');
  }

  #take(bytes: number): number {
    this.check(this.#generation);
    const at = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
    const { from, bytes: limit } = this.#region;
    if (at + bytes > from + limit) throw new RangeError(this.#full(bytes));
    const missing = at + bytes - this.memory.buffer.byteLength;
    if (missing > 0) this.#grow(missing, bytes);
    this.#end = at + bytes;
    return at;
  }

  #grow(missing: number, bytes: number): void {
    try {
      this.memory.grow(Math.ceil(missing / PAGE));
    } catch (cause) {
      throw new RangeError(this.#full(bytes), { cause });
    }
  }

  #full(bytes: number): string {
    return (
      `found no room for ${bytes} bytes: ${this.used} of ${this.limit} are in use; raise ` +
      'maximumBytes when loading the kernels, or reset the arena'
    );
  }
}

function whole(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`found ${name} ${value}, expected a whole number from 0`);
}
