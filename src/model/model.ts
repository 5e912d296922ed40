import { decodeModel } from './decode.js';
import { checkModel } from './encode.js';
import { Forward, type ModelKernels } from './forward.js';
import type { ModelAnswer, ModelRecord } from './record.js';
import { type FlatRows, isFlat, type NestedRows } from './rows.js';

/**
 * A trained network that answers, in Node, a page or a worker: `Model.load(kernels, bytes)`. It
 * computes in this thread, in a memory of its own; the kernels' memory is not touched.
 *
 * Rows are arrays of `inputs` numbers, or all of them one after the other in one array; what comes
 * back has the same form. They are rounded to float32 and scaled as those of the training were; the
 * outputs have the bits of the trainer's evaluations, however many rows are asked for at once.
 */
export class Model {
  /** Numbers in a row. */
  readonly inputs: number;
  /** Numbers that answer a row. */
  readonly outputs: number;
  /** What the outputs mean. */
  readonly answer: ModelAnswer;
  readonly #description: Omit<ModelRecord, 'weights' | 'biases'>;
  #forward: Forward | undefined;

  private constructor(kernels: ModelKernels, record: ModelRecord) {
    const { weights, biases, ...description } = record;
    const { inputs, layers } = record.network;
    this.inputs = inputs;
    this.outputs = layers[layers.length - 1].units;
    this.answer = record.answer;
    this.#description = description;
    this.#forward = new Forward(kernels, record);
  }

  /**
   * Reads a model file.
   *
   * @param where the file, as a message shows it.
   * @throws {InputError} for bytes that are no model file; one line for each thing that is wrong.
   * @throws {RangeError} when there is no room for the model.
   */
  static load(kernels: ModelKernels, bytes: Uint8Array | ArrayBuffer, where = 'model'): Model {
    return new Model(kernels, decodeModel(bytes, where));
  }

  /**
   * The model of a record, whose parameters are copied.
   *
   * @throws {InputError} for a record whose parts do not fit each other.
   * @throws {RangeError} when there is no room for the model.
   */
  static from(kernels: ModelKernels, record: ModelRecord): Model {
    checkModel(record, 'model');
    return new Model(kernels, record);
  }

  /**
   * What the classes are called: their names, or their numbers where they have none; of yes and no
   * 0 and 1. Empty where the outputs are numbers.
   */
  get classNames(): readonly string[] {
    if (this.answer.kind === 'numbers') return [];
    const classes = this.answer.kind === 'classes' ? this.answer.classes : 2;
    return this.answer.classNames ?? Array.from({ length: classes }, (_, i) => String(i));
  }

  /**
   * The outputs as trained: numbers, logits, probabilities or scores, see `answer`.
   *
   * @throws {InputError} for a row of another length, and for numbers that are no finite float32.
   * @throws {Error} after `dispose`.
   */
  predict(rows: NestedRows): Float32Array[];
  /** The same of rows in one array: `outputs` numbers for each, one after the other. */
  predict(rows: FlatRows): Float32Array;
  predict(rows: FlatRows | NestedRows): Float32Array | Float32Array[] {
    return this.#shaped(rows, this.#running.run(rows));
  }

  /**
   * The probability of every class, a softmax of logits; or of every output's yes, their sigmoid.
   *
   * @throws {TypeError} where the outputs are numbers or scores: there are no probabilities.
   * @throws as `predict`.
   */
  probabilities(rows: NestedRows): Float32Array[];
  /** The same of rows in one array. */
  probabilities(rows: FlatRows): Float32Array;
  probabilities(rows: FlatRows | NestedRows): Float32Array | Float32Array[] {
    const { answer } = this;
    if (answer.kind === 'numbers' || answer.outputs === 'scores') {
      const found = answer.kind === 'numbers' ? 'numbers' : answer.outputs;
      throw new TypeError(`found outputs that are ${found}, expected logits or probabilities`);
    }
    const finish = answer.kind === 'classes' ? 'softmax' : 'sigmoid';
    const isLogit = answer.outputs === 'logits';
    return this.#shaped(rows, this.#running.run(rows, isLogit ? finish : undefined));
  }

  /**
   * The number of the class of every row: that of the largest output, of equal ones the first. With
   * yes and no as the answer 0 or 1 for every output, row after row.
   *
   * @throws {TypeError} where the outputs are numbers.
   * @throws as `predict`.
   */
  classify(rows: FlatRows | NestedRows): Uint32Array {
    const { answer, outputs } = this;
    if (answer.kind === 'numbers') {
      throw new TypeError('found outputs that are numbers, expected a network that tells classes');
    }
    const values = this.#running.run(rows);
    if (answer.kind === 'binary')
      return Uint32Array.from(values, (value) => Number(value > answer.threshold));
    const classes = new Uint32Array(values.length / outputs);
    for (let j = 0; j < classes.length; j++) classes[j] = largest(values, j * outputs, outputs);
    return classes;
  }

  /** All of it as a record, the parameters copied: to save it, or to export it. */
  toRecord(): ModelRecord {
    return { ...this.#description, ...this.#running.parameters() };
  }

  /** Lets go of the memory. Calling it twice does nothing. */
  dispose(): void {
    this.#forward = undefined;
  }

  get #running(): Forward {
    if (this.#forward) return this.#forward;
    throw new Error('this model was disposed');
  }

  #shaped(rows: FlatRows | NestedRows, values: Float32Array): Float32Array | Float32Array[] {
    if (isFlat(rows)) return values;
    const { outputs } = this;
    return Array.from({ length: rows.length }, (_, j) =>
      values.subarray(j * outputs, (j + 1) * outputs),
    );
  }
}

/** The place, from `start`, of the largest of `count` values; the first of equals. */
function largest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i] > values[start + best]) best = i;
  return best;
}
