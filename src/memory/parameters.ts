import { ceil4 } from '../kernels/contract.js';
import { fanIn } from '../plan/network.js';
import type { Matrix } from './slab.js';

/**
 * Where the parameters of a network lie: weights and bias of every layer in a row, padding included.
 * Gradients, the optimizer's state, parameters to start from and those that are kept have the same
 * shape.
 */
export interface ParametersAt {
  /** Byte offset of the whole block. */
  offset: number;
  floats: number;
  layers: readonly LayerParameters[];
}

export interface LayerParameters {
  /** units × inputs of the layer. */
  weights: Matrix;
  /** Byte offset of units floats. */
  bias: number;
}

/** What of a network decides where its parameters lie. */
export interface Widths {
  inputs: number;
  layers: readonly { units: number }[];
}

/** Lays out the parameters of a network from the byte `offset`. */
export function parametersAt({ inputs, layers }: Widths, offset: number): ParametersAt {
  let floats = 0;
  const places = layers.map(({ units }, l): LayerParameters => {
    const columns = fanIn(inputs, layers, l);
    const ld = ceil4(columns);
    const weights = { offset: offset + 4 * floats, rows: units, columns, ld };
    floats += units * ld;
    const bias = offset + 4 * floats;
    floats += ceil4(units);
    return { weights, bias };
  });
  return { offset, floats, layers: places };
}
