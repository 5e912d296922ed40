import { ceil4 } from './contract.js';

/** Where a tensor lives: the memory may grow, and its arena may be reset or disposed. */
export interface Home {
  readonly memory: WebAssembly.Memory;
  /** @throws {Error} when what was allocated in `generation` is no longer there. */
  check(generation: number): void;
  readonly generation: number;
}

/** A range of the memory: what every tensor is. `at` is its byte offset, a multiple of 4. */
abstract class Tensor<T extends Float32Array | Uint32Array> {
  readonly at: number;
  readonly #home: Home;
  readonly #generation: number;
  readonly #length: number;
  #view: T | undefined;

  constructor(home: Home, at: number, length: number) {
    this.at = at;
    this.#home = home;
    this.#generation = home.generation;
    this.#length = length;
  }

  /**
   * The elements as they lie, without a copy. Ask for it again after anything was allocated: a
   * memory that grows detaches older views.
   *
   * @throws {Error} after the arena was reset or the kernels disposed.
   */
  get data(): T {
    const { memory } = this.#home;
    this.#home.check(this.#generation);
    if (this.#view?.buffer !== memory.buffer) {
      this.#view = this.view(memory.buffer, this.at, this.#length);
    }
    return this.#view as T;
  }

  protected abstract view(buffer: ArrayBufferLike, at: number, length: number): T;
}

/** `count` uint32 row numbers, as `gather_rows` takes them. */
export class RowNumbers extends Tensor<Uint32Array> {
  readonly count: number;

  constructor(home: Home, at: number, count: number) {
    super(home, at, count);
    this.count = count;
  }

  protected view(buffer: ArrayBufferLike, at: number, length: number): Uint32Array {
    return new Uint32Array(buffer, at, length);
  }
}

/**
 * A row-major float32 matrix: element (i, j) is `data[i * ld + j]`, at byte
 * `at + 4 * (i * ld + j)`. Columns beyond `columns` are padding.
 */
export class FloatMatrix extends Tensor<Float32Array> {
  readonly rows: number;
  readonly columns: number;
  /** Floats from one row to the next; at least `ceil4(columns)` unless it was given. */
  readonly ld: number;

  constructor(home: Home, at: number, rows: number, columns: number, ld = ceil4(columns)) {
    super(home, at, rows * ld);
    this.rows = rows;
    this.columns = columns;
    this.ld = ld;
  }

  /** @throws {RangeError} outside of the matrix. */
  get(i: number, j: number): number {
    return this.data[this.#index(i, j)];
  }

  /** @throws {RangeError} outside of the matrix. */
  set(i: number, j: number, value: number): void {
    this.data[this.#index(i, j)] = value;
  }

  /**
   * Writes the real columns, rounded to float32; the padding stays.
   *
   * @param values `rows × columns` numbers, row after row.
   * @throws {RangeError} for another count.
   */
  write(values: ArrayLike<number>): this {
    const { rows, columns, ld, data } = this;
    if (values.length !== rows * columns) {
      throw new RangeError(`found ${values.length} values, expected ${rows} × ${columns}`);
    }
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) data[i * ld + j] = values[i * columns + j];
    }
    return this;
  }

  /** A copy of the real columns, row after row: `rows × columns` floats. */
  read(): Float32Array<ArrayBuffer> {
    const { rows, columns, ld, data } = this;
    const values = new Float32Array(rows * columns);
    for (let i = 0; i < rows; i++) values.set(data.subarray(i * ld, i * ld + columns), i * columns);
    return values;
  }

  protected view(buffer: ArrayBufferLike, at: number, length: number): Float32Array {
    return new Float32Array(buffer, at, length);
  }

  #index(i: number, j: number): number {
    if (i >= 0 && i < this.rows && j >= 0 && j < this.columns) return i * this.ld + j;
    throw new RangeError(`found element (${i}, ${j}) in a ${this.rows} × ${this.columns} matrix`);
  }
}
