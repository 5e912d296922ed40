import { scaleInPlace } from '../data/scaling.js';
import type { Kernels } from '../kernels/contract.js';
import type { KernelLibrary } from '../kernels/load.js';
import { kernelsOver } from '../kernels/over.js';
import { ACTIVATIONS } from '../train/activation.js';
import { type Bound, bind } from '../train/bind.js';
import { forwardLayer } from '../train/compile/layer.js';
import { fuse } from '../train/fuse.js';
import type { Operation } from '../train/operation.js';
import { createStepState } from '../train/step-state.js';
import { layoutModel, type ModelLayout } from './layout.js';
import type { ModelLayer, ModelRecord } from './record.js';
import { copyRows, countRows, type FlatRows, type NestedRows } from './rows.js';

const PAGE = 65536;

/** What is done to the outputs of the last layer. */
export type Finish = 'softmax' | 'sigmoid';

/**
 * The forward pass of a trainer's evaluation, by the same operations and so with the same bits, over
 * a memory that holds nothing else.
 */
export class Forward {
  readonly #memory: WebAssembly.Memory;
  readonly #kernels: Kernels;
  readonly #layout: ModelLayout;
  readonly #layers: readonly ModelLayer[];
  readonly #scale: { shift: Float64Array; unit: Float64Array } | undefined;
  readonly #inputs: number;
  /** Compiled for so many rows and such a finish. */
  readonly #lists = new Map<string, Bound[]>();

  /** @throws {RangeError} when there is no room for the model. */
  constructor(kernels: ModelKernels, model: ModelRecord) {
    const { network, scale } = model;
    this.#layout = layoutModel(network);
    this.#memory = allocate(this.#layout.bytes, kernels.shared);
    this.#kernels = kernelsOver(kernels, this.#memory);
    this.#inputs = network.inputs;
    this.#layers = network.layers;
    this.#scale = scale && {
      shift: Float64Array.from(scale.shift),
      unit: Float64Array.from(scale.unit),
    };
    this.#write(model);
  }

  /** The outputs, row after row. */
  run(rows: FlatRows | NestedRows, finish?: Finish): Float32Array<ArrayBuffer> {
    const count = countRows(rows, this.#inputs);
    const { block, ld } = this.#layout;
    const { output, weights } = this.#layout.layers[this.#layers.length - 1];
    const units = weights.rows;
    const outputs = this.#floats(output, units * ld);
    const answers = new Float32Array(count * units);
    for (let first = 0; first < count; first += block) {
      const n = Math.min(block, count - first);
      this.#enter(rows, first, n);
      for (const run of this.#listFor(n, finish)) run();
      for (let j = 0; j < n; j++) {
        const at = (first + j) * units;
        for (let i = 0; i < units; i++) answers[at + i] = outputs[i * ld + j];
      }
    }
    return answers;
  }

  /** A copy of the parameters. */
  parameters(): Pick<ModelRecord, 'weights' | 'biases'> {
    const { layers } = this.#layout;
    return {
      weights: layers.map(({ weights: { offset, rows, columns, ld } }) =>
        Array.from({ length: rows }, (_, i) => this.#floats(offset + 4 * i * ld, columns).slice()),
      ),
      biases: layers.map(({ bias, weights }) => this.#floats(bias, weights.rows).slice()),
    };
  }

  #write({ weights, biases }: ModelRecord): void {
    const { layers, order, block } = this.#layout;
    layers.forEach(({ weights: { offset, ld, columns }, bias }, l) => {
      weights[l].forEach((row, i) => {
        this.#floats(offset + 4 * i * ld, columns).set(row);
      });
      this.#floats(bias, biases[l].length).set(biases[l]);
    });
    const numbers = new Uint32Array(this.#memory.buffer, order, block);
    for (let j = 0; j < block; j++) numbers[j] = j;
  }

  /** Brings n rows to where the first layer's pass fetches them. */
  #enter(rows: FlatRows | NestedRows, first: number, n: number): void {
    const x = this.#floats(this.#layout.rows, n * this.#inputs);
    copyRows(rows, first, this.#inputs, x);
    if (this.#scale) scaleInPlace(x, this.#scale);
  }

  #listFor(n: number, finish: Finish | undefined): Bound[] {
    const key = `${n} ${finish}`;
    const found = this.#lists.get(key);
    if (found) return found;
    const state = createStepState();
    state.rows = this.#layout.order;
    const list = bind(this.#kernels, this.#compile(n, finish), state);
    this.#lists.set(key, list);
    return list;
  }

  #compile(n: number, finish: Finish | undefined): Operation[] {
    const { layers: places, rows, x, ld, scratch } = this.#layout;
    const width = this.#inputs;
    const src = { at: rows, ld: width };
    const list: Operation[] = [
      { kernel: 'gather_rows', dst: { at: x, ld }, src, first: 0, n, width },
    ];
    let input = { at: x, ld };
    this.#layers.forEach((layer, l) => {
      const output = { at: places[l].output, ld };
      const pass = { input, argument: output, output, n, scratch };
      list.push(...forwardLayer(layer, places[l], pass));
      input = output;
    });
    const { units } = this.#layers[this.#layers.length - 1];
    const finished = finish ? ACTIVATIONS[finish].forward(input, input, units, n, {}) : [];
    return fuse([...list, ...finished]);
  }

  #floats(at: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, at, length);
  }
}

/** What a model needs of the kernels that `loadKernels` gives. */
export type ModelKernels = Pick<KernelLibrary, 'backend' | 'module' | 'shared'>;

function allocate(bytes: number, shared: boolean): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (cause) {
    throw new RangeError(`found no room for a model that takes ${bytes} bytes`, { cause });
  }
}
