import { exp } from '../math/exp.js';
import type { Layer } from '../plan/network.js';
import { curveOf } from './activation.js';

/** A network at given parameters. Weights row by row, a row a unit. */
export interface Trained {
  inputs: number;
  layers: readonly (Pick<Layer, 'units' | 'activation' | 'params' | 'bias' | 'frozen'> & {
    weights: Float64Array;
    biases: Float64Array;
  })[];
}

/**
 * The Jacobian J of the outputs over samples, factored: with row (i, o) for output o of sample i, the
 * column of the weight from input j to unit k of a layer is δₖ(i, o)·aⱼ(i), and that of its bias
 * δₖ(i, o). Rows are sample-major.
 */
export interface Jacobian {
  samples: number;
  outputs: number;
  /** The layers that are trained. */
  layers: readonly JacobianLayer[];
}

export interface JacobianLayer {
  /** aⱼ(i): samples × width. */
  inputs: Float64Array;
  width: number;
  /** δₖ(i, o) = ∂ output o ∕ ∂ argument of unit k: samples·outputs × units. */
  deltas: Float64Array;
  units: number;
  bias: boolean;
}

/**
 * Of the outputs of the last layer, after its activation, in float64. The slope of a ReLU at 0 is 0, as in
 * training.
 *
 * @param x samples × inputs.
 * @param poll asked for every sample and layer, there and back; false ends the work.
 * @returns undefined where it was ended.
 */
export function jacobian(
  network: Trained,
  x: Float64Array,
  poll: () => boolean = () => true,
): Jacobian | undefined {
  const { layers } = network;
  const samples = x.length / network.inputs;
  const last = layers[layers.length - 1];
  const outputs = last.units;
  const inputs: Float64Array[] = [x];
  const slopes: Float64Array[] = [];
  for (const [l, layer] of layers.entries()) {
    const z = argumentsOf(layer, inputs[l], samples, poll);
    if (z === undefined) return undefined;
    const { a, slope } = activated(layer, z, samples);
    slopes.push(slope);
    inputs.push(a);
  }
  const found: JacobianLayer[] = [];
  let deltas = outputDeltas(last, inputs[layers.length], slopes[layers.length - 1], samples);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { units, bias, frozen } = layers[l];
    const width = l === 0 ? network.inputs : layers[l - 1].units;
    if (!frozen) found.unshift({ inputs: inputs[l], width, deltas, units, bias });
    if (l === 0) break;
    const below = deltasBelow(layers[l], deltas, slopes[l - 1], { samples, outputs, poll });
    if (below === undefined) return undefined;
    deltas = below;
  }
  return { samples, outputs, layers: found };
}

type TrainedLayer = Trained['layers'][number];

function argumentsOf(
  { units, weights, biases }: TrainedLayer,
  a: Float64Array,
  samples: number,
  poll: () => boolean,
): Float64Array | undefined {
  const width = a.length / samples;
  const z = new Float64Array(samples * units);
  for (let i = 0; i < samples; i++) {
    if (!poll()) return undefined;
    for (let k = 0; k < units; k++) {
      let sum = biases[k];
      for (let j = 0; j < width; j++) sum += weights[k * width + j] * a[i * width + j];
      z[i * units + k] = sum;
    }
  }
  return z;
}

/** Of softmax, which has no slope, the values alone. */
function activated({ units, activation, params }: TrainedLayer, z: Float64Array, samples: number) {
  if (activation === 'softmax') {
    return { a: softmax(z, samples, units), slope: new Float64Array(0) };
  }
  const { value, slope } = curveOf(activation, params);
  return { a: z.map(value), slope: z.map(slope) };
}

function softmax(z: Float64Array, samples: number, units: number): Float64Array {
  const p = new Float64Array(z.length);
  for (let i = 0; i < samples; i++) {
    const row = z.subarray(i * units, (i + 1) * units);
    const most = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    let sum = 0;
    for (let k = 0; k < units; k++) sum += exp(row[k] - most);
    for (let k = 0; k < units; k++) p[i * units + k] = exp(row[k] - most) / sum;
  }
  return p;
}

/** ∂ output o ∕ ∂ argument k: a diagonal of slopes, or pₒ·(1 − pₖ) and −pₒ·pₖ of a softmax. */
function outputDeltas(
  { units, activation }: TrainedLayer,
  a: Float64Array,
  slope: Float64Array,
  samples: number,
): Float64Array {
  const deltas = new Float64Array(samples * units * units);
  for (let i = 0; i < samples; i++) {
    for (let o = 0; o < units; o++) {
      const at = (i * units + o) * units;
      if (activation !== 'softmax') {
        deltas[at + o] = slope[i * units + o];
        continue;
      }
      const p = a[i * units + o];
      for (let k = 0; k < units; k++) deltas[at + k] = p * ((k === o ? 1 : 0) - a[i * units + k]);
    }
  }
  return deltas;
}

/** One layer back: (Wᵀ·δ) ∘ slope. */
function deltasBelow(
  { units, weights }: TrainedLayer,
  deltas: Float64Array,
  slope: Float64Array,
  { samples, outputs, poll }: { samples: number; outputs: number; poll: () => boolean },
): Float64Array | undefined {
  const width = slope.length / samples;
  const below = new Float64Array(samples * outputs * width);
  for (let row = 0; row < samples * outputs; row++) {
    if (!poll()) return undefined;
    const to = below.subarray(row * width, (row + 1) * width);
    for (let k = 0; k < units; k++) {
      const delta = deltas[row * units + k];
      if (delta === 0) continue;
      for (let j = 0; j < width; j++) to[j] += delta * weights[k * width + j];
    }
    const at = Math.floor(row / outputs) * width;
    for (let j = 0; j < width; j++) to[j] *= slope[at + j];
  }
  return below;
}
