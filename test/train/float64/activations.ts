/** The activations of one sample's layer, in float64, and the way back through them. */
import type { ActivationConfig, ActivationName } from '../../../src/config/types.js';

type Slope = { value(z: number): number; slope(z: number): number };

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Φ(z) by its series, for the |z| < 6 that occur here. */
function phi(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 3; k < 200; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + density(z) * sum;
}

const inner = (z: number) => Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3);
const innerSlope = (z: number) => Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z ** 2);

const PLAIN: Record<Exclude<ActivationName, 'softmax'>, (parameter: number) => Slope> = {
  linear: () => ({ value: (z) => z, slope: () => 1 }),
  relu: () => ({ value: (z) => Math.max(0, z), slope: (z) => Number(z > 0) }),
  'leaky-relu': (slope) => ({
    value: (z) => (z > 0 ? z : slope * z),
    slope: (z) => (z > 0 ? 1 : slope),
  }),
  sigmoid: () => ({ value: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)) }),
  tanh: () => ({ value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 }),
  gelu: () => ({ value: (z) => z * phi(z), slope: (z) => phi(z) + z * density(z) }),
  'gelu-tanh': () => ({
    value: (z) => 0.5 * z * (1 + Math.tanh(inner(z))),
    slope: (z) => {
      const t = Math.tanh(inner(z));
      return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * innerSlope(z);
    },
  }),
  silu: () => ({
    value: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
  }),
  softplus: () => ({ value: (z) => Math.log1p(Math.exp(z)), slope: sigmoid }),
  elu: (alpha) => ({
    value: (z) => (z > 0 ? z : alpha * Math.expm1(z)),
    slope: (z) => (z > 0 ? 1 : alpha * Math.exp(z)),
  }),
};

export function activate(activation: ActivationConfig, z: number[]): number[] {
  if (activation === 'softmax') return softmax(z);
  return z.map(plain(activation).value);
}

/** ∂loss/∂z from ∂loss/∂a. */
export function backThrough(activation: ActivationConfig, z: number[], d: number[]): number[] {
  if (activation !== 'softmax') return d.map((value, i) => value * plain(activation).slope(z[i]));
  const a = softmax(z);
  const mean = d.reduce((sum, value, i) => sum + value * a[i], 0);
  return d.map((value, i) => a[i] * (value - mean));
}

export function softmax(z: number[]): number[] {
  const most = Math.max(...z);
  const powers = z.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

function plain(activation: Exclude<ActivationConfig, 'softmax'>): Slope {
  if (typeof activation === 'string') return PLAIN[activation](Number.NaN);
  return PLAIN[activation.name]('slope' in activation ? activation.slope : activation.alpha);
}
