import type { LayerParameters } from '../memory/parameters.js';
import type { SlabLayout } from '../memory/slab.js';

/** Weights (one row per unit, PyTorch's layout) and biases of every layer. */
export interface Parameters {
  weights: Float32Array[][];
  biases: Float32Array[];
}

/** The memory of a sweep, or a copy of a part of it. */
interface Bytes {
  buffer: ArrayBufferLike;
}

/** Copies parameters out of where they lie: a slab, or a block of their own. */
export function readParameters(
  { buffer }: Bytes,
  { layers }: { layers: readonly LayerParameters[] },
): Parameters {
  return {
    weights: layers.map(({ weights: { offset, rows, columns, ld } }) =>
      Array.from({ length: rows }, (_, i) =>
        new Float32Array(buffer, offset + 4 * i * ld, columns).slice(),
      ),
    ),
    biases: layers.map(({ weights: { rows }, bias }) =>
      new Float32Array(buffer, bias, rows).slice(),
    ),
  };
}

/** Copies the gradients of the parameters out of a slab. */
export function readGradients(memory: Bytes, { layers }: SlabLayout): Parameters {
  const places = layers.map(({ weightGradients: weights, biasGradients: bias }) => ({
    weights,
    bias,
  }));
  return readParameters(memory, { layers: places });
}

/** Parameters to start from: `weights[layer][unit][input]`, `biases[layer][unit]`. */
export interface InitialParameters {
  weights: readonly ArrayLike<ArrayLike<number>>[];
  biases: readonly ArrayLike<number>[];
}

/** Copies parameters to a slab or a block of their own; nothing else of it changes. */
export function writeParameters(
  { buffer }: Bytes,
  { layers }: { layers: readonly LayerParameters[] },
  { weights, biases }: InitialParameters,
): void {
  layers.forEach(({ weights: { offset, rows, columns, ld }, bias }, l) => {
    for (let i = 0; i < rows; i++) {
      new Float32Array(buffer, offset + 4 * i * ld, columns).set(weights[l][i]);
    }
    new Float32Array(buffer, bias, rows).set(biases[l]);
  });
}

/** Copies the parameters of a slab, padding included, to a block of their own. */
export function keepParameters({ buffer }: Bytes, slab: SlabLayout, block: number): void {
  const { parameters, parameterFloats: floats } = slab;
  new Float32Array(buffer, block, floats).set(new Float32Array(buffer, parameters, floats));
}
