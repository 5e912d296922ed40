import { ceil4 } from '../kernels/contract.js';
import type { KernelLibrary } from '../kernels/load.js';
import type { FloatMatrix } from '../kernels/tensor.js';
import { type Numbers, readNumbers, type Table, transposed } from './numbers.js';
import { Parameter } from './parameter.js';
import { Pool } from './pool.js';
import { type Differentiable, Recording } from './recording.js';
import { refuse } from './refuse.js';
import { describe, type Lifetime, PRESENT, type Shape, Value } from './value.js';

const FOR_EVER: Lifetime = { ended: false };

/**
 * Records what is computed, so that `gradients` can go the way back: reverse-mode automatic
 * differentiation over the kernels of the trainer. Parameters and all that is computed lie in the
 * arena of the kernels.
 */
export class Tape {
  readonly #kernels: KernelLibrary;
  readonly #pool: Pool;
  #recording: Recording | undefined;
  #tracking = true;

  /** @param kernels from `loadKernels`, of either backend; their arena grows as the tape needs it. */
  constructor(kernels: KernelLibrary) {
    if (!kernels?.arena) refuse('Tape', 'no kernels', 'some: new Tape(await loadKernels())');
    this.#kernels = kernels;
    this.#pool = new Pool(kernels.arena);
  }

  /** What it computes with. */
  get kernels(): KernelLibrary {
    return this.#kernels;
  }

  /**
   * What is trained, as it stands at first, rounded to float32. It stays, wherever it is made.
   *
   * @param numbers rows of numbers; a list of numbers, which is one column: a bias; or one number.
   * @throws {InputError} for rows of different lengths and for what is not a finite number.
   */
  parameter(numbers: Numbers): Parameter {
    const { rows, columns, values } = readNumbers('parameter', numbers);
    const matrix = this.#kernels.arena.matrix(rows, columns).write(values);
    return new Parameter(this, matrix, true, FOR_EVER);
  }

  /**
   * Numbers without gradient: inputs, targets, factors. Made inside of `record` it is released with
   * the recording, made outside it stays.
   *
   * @throws {InputError} as `parameter` does.
   */
  constant(numbers: Numbers): Value {
    return this.#hold(readNumbers('constant', numbers));
  }

  /**
   * A constant of one column a sample, from one row a sample: as data sets are written.
   *
   * @param rows the features or targets of every sample; one number a sample where that is all.
   * @throws {InputError} as `parameter` does.
   */
  samples(rows: Numbers): Value {
    return this.#hold(transposed(readNumbers('samples', rows)));
  }

  /**
   * Runs `body`, and releases what was made in it when it returns or throws: constants, results,
   * gradients. Parameters stay, and so do the numbers and arrays that it returns. A recording may
   * lie inside another.
   *
   * @throws {InputError} for a body that returns a promise: it would go on without its values.
   */
  record<T>(body: () => T): T {
    const recording = new Recording(this.#recording);
    this.#recording = recording;
    try {
      const result = body();
      if (!(result instanceof Promise)) return result;
      result.catch(() => {});
      return refuse('record', 'a promise', 'a body that is done when it returns');
    } finally {
      recording.ended = true;
      this.#recording = recording.around;
      this.#pool.take(recording.blocks);
    }
  }

  /**
   * Computes a value and remembers the way back. Every operation is made by it, and so are yours.
   *
   * @throws {InputError} outside of `record`, and for inputs of another tape or an ended recording.
   */
  compute({ name, inputs, shape, forward, backward }: Differentiable): Value {
    const recording = this.recordingFor(name);
    for (const input of inputs) this.expectPresent(name, input);
    const tracked = this.#tracking && inputs.some((input) => input.tracked);
    const blocked = tracked ? inputs.findIndex((input, i) => input.tracked && !backward[i]) : -1;
    if (blocked >= 0) refuse(name, `no way back to input ${blocked + 1}`, 'one in backward');
    const result = new Value(this, this.#room(shape), tracked, recording);
    forward(result);
    const versions = inputs.map(({ version }) => version);
    if (tracked) recording.entries.push({ name, result, inputs, versions, backward });
    return result;
  }

  /**
   * Lends bytes of the memory for the time of a call, such as scratch for a kernel.
   *
   * @throws {RangeError} when the arena is full.
   */
  scratch<T>(bytes: number, use: (at: number) => T): T {
    const block = this.#pool.lend(bytes);
    try {
      return use(block.at);
    } finally {
      this.#pool.take([block]);
    }
  }

  /** Runs `body`, in which nothing that is computed has gradients. @internal */
  untracked<T>(body: () => T): T {
    const before = this.#tracking;
    this.#tracking = false;
    try {
      return body();
    } finally {
      this.#tracking = before;
    }
  }

  /** @internal */
  recordingFor(name: string): Recording {
    return this.#recording ?? refuse(name, 'no recording', 'it inside of tape.record(() => …)');
  }

  /** @internal */
  expectPresent(where: string, value: Value): void {
    if (value.tape !== this) refuse(where, 'a value of another tape', 'all of one tape');
    if (value.released) refuse(where, describe(value), PRESENT);
  }

  #hold(table: Table): Value {
    const matrix = this.#room(table).write(table.values);
    return new Value(this, matrix, false, this.#recording ?? FOR_EVER);
  }

  /** Of unspecified content, padding included, where it is released again. */
  #room({ rows, columns }: Shape): FloatMatrix {
    const { arena } = this.#kernels;
    if (!this.#recording) return arena.matrix(rows, columns);
    const block = this.#pool.lend(4 * rows * ceil4(columns));
    this.#recording.blocks.push(block);
    return arena.matrixAt(block.at, rows, columns);
  }
}
