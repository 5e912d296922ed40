import { refuse } from './refuse.js';
import { describe, Value } from './value.js';

/** A value that is trained: it stays when a recording ends, and may be changed in between. */
export class Parameter extends Value {
  #version = 0;

  override get version(): number {
    return this.#version;
  }

  /**
   * Replaces its numbers, rounded to float32.
   *
   * @param values `rows × columns` numbers, row after row.
   * @throws {InputError} for another count.
   */
  write(values: ArrayLike<number>): this {
    const { rows, columns, ld } = this;
    if (values.length !== rows * columns) {
      refuse('write', `${values.length} numbers for ${describe(this)}`, `${rows * columns}`);
    }
    return this.change((data) => {
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) data[i * ld + j] = values[i * columns + j];
      }
    });
  }

  /** Lets `by` change the floats where they lie (see `data`): an update of your own. */
  change(by: (data: Float32Array) => void): this {
    by(this.data);
    this.#version++;
    return this;
  }
}
