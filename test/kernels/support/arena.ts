/**
 * Operands of one kernel call in a memory that is otherwise all canary: a NaN with a pattern of
 * its own, so that a read beyond an operand poisons the result and a write beyond one is seen.
 */
import { ceil4 } from '../../../src/kernels/contract.js';
import type { Draw } from './values.js';

const CANARY = 0x7fa5a5a5;
/** Words between two operands: whole vectors and an odd word, so that operands are unaligned. */
const GUARD = 21;

/** What a call may do to a word. */
export const Touch = { never: 0, result: 1, free: 2, zero: 3 } as const;

export interface Matrix {
  /** Byte offset. */
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** Floats from row to row. */
  readonly ld: number;
}

export class Arena {
  readonly f32: Float32Array;
  readonly u32: Uint32Array;
  readonly touch: Uint8Array;
  used = 0;
  /** Operands placed since the last reset. */
  operands = 0;
  #flush = -1;

  constructor(memory: WebAssembly.Memory) {
    this.f32 = new Float32Array(memory.buffer);
    this.u32 = new Uint32Array(memory.buffer);
    this.touch = new Uint8Array(this.u32.length);
    this.reset();
  }

  /** `flush`: the operand to place against the end of the memory, where an over-read traps. */
  reset(flush = -1): void {
    this.#flush = flush;
    this.operands = 0;
    this.u32.fill(CANARY, 0, this.used + GUARD);
    this.touch.fill(Touch.never, 0, this.used + GUARD);
    this.used = GUARD;
  }

  /** `gap`: floats of a row beyond ceil4(columns). */
  input(rows: number, columns: number, draw: Draw, gap = 0): Matrix {
    const matrix = this.#take(rows, columns, ceil4(columns) + gap, ceil4(columns));
    for (let i = 0; i < rows; ++i) {
      for (let j = 0; j < columns; ++j) this.f32[this.word(matrix, i, j)] = draw();
    }
    return matrix;
  }

  /** A matrix without any padding; its last float is the last that may be read. */
  packed(rows: number, columns: number, draw: Draw, ld = columns): Matrix {
    const matrix = this.#take(rows, columns, ld);
    for (let i = 0; i < rows; ++i) {
      for (let j = 0; j < columns; ++j) this.f32[this.word(matrix, i, j)] = draw();
    }
    return matrix;
  }

  output(rows: number, columns: number, padding: number = Touch.free, gap = 0): Matrix {
    const matrix = this.#take(rows, columns, ceil4(columns) + gap, ceil4(columns));
    this.mark(matrix, padding);
    return matrix;
  }

  /** Declares an operand as written by the call. */
  mark(matrix: Matrix, padding: number = Touch.free): Matrix {
    for (let i = 0; i < matrix.rows; ++i) {
      const row = this.word(matrix, i, 0);
      this.touch.fill(padding, row, row + ceil4(matrix.columns));
      this.touch.fill(Touch.result, row, row + matrix.columns);
    }
    return matrix;
  }

  /** `count` floats written exactly. */
  outputVector(count: number): Matrix {
    const matrix = this.#take(1, count, count);
    this.touch.fill(Touch.result, matrix.at >>> 2, (matrix.at >>> 2) + count);
    return matrix;
  }

  scratch(bytes: number): number {
    const matrix = this.#take(1, bytes >>> 2, bytes >>> 2);
    this.touch.fill(Touch.free, matrix.at >>> 2, (matrix.at + bytes) >>> 2);
    return matrix.at;
  }

  indices(values: readonly number[]): number {
    const matrix = this.#take(1, values.length, values.length);
    this.u32.set(values, matrix.at >>> 2);
    return matrix.at;
  }

  word({ at, ld }: Matrix, i: number, j: number): number {
    return (at >>> 2) + i * ld + j;
  }

  get(matrix: Matrix, i: number, j: number): number {
    return this.f32[this.word(matrix, i, j)];
  }

  /** A getter of the present values, for an oracle that runs after they are overwritten. */
  copy(matrix: Matrix): (i: number, j: number) => number {
    const from = matrix.at >>> 2;
    const values = this.f32.slice(from, from + matrix.rows * matrix.ld);
    return (i, j) => values[i * matrix.ld + j];
  }

  /** `extent`: floats of the last row that the operand owns. */
  #take(rows: number, columns: number, ld: number, extent = columns): Matrix {
    const flush = this.operands++ === this.#flush;
    const size = rows > 0 ? (rows - 1) * ld + extent : 0;
    const word = flush ? this.u32.length - size : this.used;
    if (!flush) this.used += rows * ld + GUARD;
    if (this.used > this.u32.length / 2) throw new Error('the test arena is too small');
    return { at: 4 * word, rows, columns, ld };
  }
}
