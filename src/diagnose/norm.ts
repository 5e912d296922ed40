import type { Trained } from './jacobian.js';

/** Euclidean norms of a network: of the weights of all layers, and of weights and biases. */
export function norms({ layers }: Pick<Trained, 'layers'>): { weights: number; all: number } {
  let weights = 0;
  let biases = 0;
  for (const layer of layers) {
    for (const weight of layer.weights) weights += weight * weight;
    for (const bias of layer.biases) biases += bias * bias;
  }
  return { weights: Math.sqrt(weights), all: Math.sqrt(weights + biases) };
}
