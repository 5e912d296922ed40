import { POINT_VALUES } from '../plan/metrics.js';

/** How a trial ended, in the shared memory: what was kept, and how it does. */
export class Outcome {
  /** Loss and metrics of every set at the parameters that are kept; see plan/metrics.ts. */
  readonly values: Float64Array;
  /** Test samples by class (row) and by answer (column). */
  readonly confusion: Uint32Array;
  readonly classes: number;
  readonly #epochs: Float64Array;

  constructor(memory: WebAssembly.Memory, offset: number, classes: number) {
    this.values = new Float64Array(memory.buffer, offset, POINT_VALUES);
    this.#epochs = new Float64Array(memory.buffer, offset + 8 * POINT_VALUES, 2);
    this.confusion = new Uint32Array(memory.buffer, offset + 8 * (POINT_VALUES + 2), classes ** 2);
    this.classes = classes;
  }

  static bytes(classes: number): number {
    return 8 * (POINT_VALUES + 2) + 4 * classes ** 2;
  }

  /** @param kept the epoch whose parameters are kept; `trained`: epochs that were trained. */
  end(kept: number, trained: number): void {
    this.#epochs[0] = kept;
    this.#epochs[1] = trained;
  }

  /** The confusion matrix, row by row. */
  matrix(): number[][] {
    const { confusion, classes } = this;
    return Array.from({ length: classes }, (_, row) =>
      Array.from(confusion.subarray(row * classes, (row + 1) * classes)),
    );
  }

  get kept(): number {
    return this.#epochs[0];
  }

  get trained(): number {
    return this.#epochs[1];
  }
}
