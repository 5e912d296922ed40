import type { LayerTensors, SlabLayout } from '../memory/slab.js';

/** Weights (one row per unit, PyTorch's layout) and biases of every layer. */
export interface Parameters {
  weights: Float32Array[][];
  biases: Float32Array[];
}

type Block = 'parameters' | 'gradients';

/** Copies the parameters, or their gradients, out of a slab. */
export function readParameters(
  memory: WebAssembly.Memory,
  slab: SlabLayout,
  block: Block = 'parameters',
): Parameters {
  const places = slab.layers.map((layer) => placeOf(layer, block));
  return {
    weights: places.map(({ matrix }) =>
      Array.from({ length: matrix.rows }, (_, i) =>
        new Float32Array(memory.buffer, matrix.offset + 4 * i * matrix.ld, matrix.columns).slice(),
      ),
    ),
    biases: places.map(({ matrix, bias }) =>
      new Float32Array(memory.buffer, bias, matrix.rows).slice(),
    ),
  };
}

/** Parameters to start from: `weights[layer][unit][input]`, `biases[layer][unit]`. */
export interface InitialParameters {
  weights: readonly ArrayLike<ArrayLike<number>>[];
  biases: readonly ArrayLike<number>[];
}

/** Copies parameters into a slab; gradients and optimizer state stay as they are. */
export function writeParameters(
  memory: WebAssembly.Memory,
  slab: SlabLayout,
  { weights, biases }: InitialParameters,
): void {
  slab.layers.forEach(({ weights: matrix, bias }, l) => {
    for (let i = 0; i < matrix.rows; i++) {
      new Float32Array(memory.buffer, matrix.offset + 4 * i * matrix.ld, matrix.columns).set(
        weights[l][i],
      );
    }
    new Float32Array(memory.buffer, bias, matrix.rows).set(biases[l]);
  });
}

function placeOf(layer: LayerTensors, block: Block) {
  return block === 'parameters'
    ? { matrix: layer.weights, bias: layer.bias }
    : { matrix: layer.weightGradients, bias: layer.biasGradients };
}
