import type { FloatMatrix } from '../kernels/tensor.js';
import { refuse } from './refuse.js';
import type { Tape } from './tape.js';

/** Rows and columns of a matrix. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** Of one recording: what is made in it is there until it ends. */
export interface Lifetime {
  readonly ended: boolean;
}

/**
 * A float32 matrix in the memory of the kernels: data, a parameter, or what was computed from
 * them. Of a layer's outputs a row is a neuron and a column a sample; a bias is one column.
 *
 * A tape makes it, and it does not change. What was made inside of `tape.record` is gone when that
 * returns; using it then is an error.
 */
export class Value implements Shape {
  readonly rows: number;
  readonly columns: number;
  /** Floats from one row to the next: `columns`, rounded up to whole vectors of four. */
  readonly ld: number;
  /** Whether it is a parameter or computed from one, so that it has gradients. */
  readonly tracked: boolean;
  readonly #tape: Tape;
  readonly #matrix: FloatMatrix;
  readonly #lifetime: Lifetime;

  /** @internal */
  constructor(tape: Tape, matrix: FloatMatrix, tracked: boolean, lifetime: Lifetime) {
    this.rows = matrix.rows;
    this.columns = matrix.columns;
    this.ld = matrix.ld;
    this.tracked = tracked;
    this.#tape = tape;
    this.#matrix = matrix;
    this.#lifetime = lifetime;
  }

  /** The tape that made it. */
  get tape(): Tape {
    return this.#tape;
  }

  /** Counts the changes of a parameter; 0 of all else. */
  get version(): number {
    return 0;
  }

  /** Whether the recording that it was made in has ended. */
  get released(): boolean {
    return this.#lifetime.ended;
  }

  /**
   * The floats as they lie, `rows × ld`; what lies beyond the columns of a row means nothing. Ask
   * for them again after anything was computed: a memory that grows detaches older views.
   *
   * @throws {InputError} when its recording has ended.
   * @throws {Error} when the arena was reset or the kernels disposed.
   */
  get data(): Float32Array {
    return this.#present.data;
  }

  /** Its byte offset in the memory, as kernels take it. @throws as `data`. */
  get at(): number {
    return this.data.byteOffset;
  }

  /** A copy, row after row: `rows × columns` floats. @throws as `data`. */
  read(): Float32Array<ArrayBuffer> {
    return this.#present.read();
  }

  /** A copy of every row, as `weights[layer]` of a trained network. @throws as `data`. */
  toRows(): Float32Array<ArrayBuffer>[] {
    const { data, rows, columns, ld } = this;
    return Array.from({ length: rows }, (_, i) =>
      Float32Array.from(data.subarray(i * ld, i * ld + columns)),
    );
  }

  /** The number of a 1 × 1 value, such as a loss. @throws {InputError} for another shape. */
  item(): number {
    if (this.rows !== 1 || this.columns !== 1) refuse('item', shapeOf(this), '1 × 1');
    return this.data[0];
  }

  get #present(): FloatMatrix {
    return this.released ? refuse('value', describe(this), PRESENT) : this.#matrix;
  }
}

/** What is asked of a value whose recording has ended. */
export const PRESENT =
  'one that is still there: take what you need of it, by read() or item(), before record() returns';

/** `3 × 4` */
export function shapeOf({ rows, columns }: Shape): string {
  return `${rows} × ${columns}`;
}

/** A value as a message shows it. */
export function describe(value: Value): string {
  return `a ${shapeOf(value)} value${value.released ? ' whose recording has ended' : ''}`;
}
