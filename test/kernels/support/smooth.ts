/** The smooth activations and their derivatives in float64, and how far a kernel may be off. */
import type { KernelName } from './check.js';

type Function = (z: number) => number;

export interface Smooth {
  readonly name: string;
  readonly forward: Extract<KernelName, `${string}_forward`>;
  readonly backward: Extract<KernelName, `${string}_backward`>;
  readonly value: Function;
  readonly slope: Function;
  /** In units of the last place of the value, or of 2⁻¹⁰⁰ where that is larger. */
  readonly bound: Function;
  /** In those of the slope, or of `scale` where that is larger: it has a zero. */
  readonly slopeBound: Function;
  readonly scale: Function;
}

/** What the kernels with a number of their own are called with: a float32. */
export const ALPHA = 1.25;

const sigmoid: Function = (x) => (x < 0 ? Math.exp(x) : 1) / (1 + Math.exp(-Math.abs(x)));
const density: Function = (z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** The normal distribution below −y: its series, or from 3 on its continued fraction. */
function tail(y: number): number {
  if (y >= 3) {
    let fraction = y;
    for (let k = 120; k > 0; k--) fraction = y + k / fraction;
    return density(y) / fraction;
  }
  let [term, sum] = [y, y];
  for (let k = 3; k < 90; k += 2) {
    term *= (y * y) / k;
    sum += term;
  }
  return 0.5 - density(y) * sum;
}

const phi: Function = (z) => (z < 0 ? tail(-z) : 1 - tail(z));
const exponent: Function = (z) => 2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);
const steepness: Function = (z) => 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
/** Below 0, GELU's tanh form has the rounding of the exponent in it. */
const growing =
  (bound: number): Function =>
  (z) =>
    bound * (1 + Math.max(0, exponent(-z)));
const constant =
  (x: number): Function =>
  () =>
    x;
/** 0 · ∞ is 0 here: the limits. */
const times = (z: number, factor: number): number => (factor === 0 ? 0 : z * factor);

export const SMOOTH: readonly Smooth[] = [
  {
    name: 'elu',
    forward: 'elu_forward',
    backward: 'elu_backward',
    value: (z) => (z > 0 ? z : ALPHA * Math.expm1(z)),
    slope: (z) => (z > 0 ? 1 : ALPHA * Math.exp(z)),
    bound: constant(1.7),
    slopeBound: constant(1.7),
    scale: constant(0),
  },
  {
    name: 'silu',
    forward: 'silu_forward',
    backward: 'silu_backward',
    value: (z) => times(z, sigmoid(z)),
    slope: (z) => times(1 + times(z, sigmoid(-z)), sigmoid(z)),
    bound: constant(3.4),
    slopeBound: constant(5.5),
    scale: sigmoid,
  },
  {
    name: 'softplus',
    forward: 'softplus_forward',
    backward: 'softplus_backward',
    value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    slope: sigmoid,
    bound: constant(2.5),
    slopeBound: constant(2.5),
    scale: constant(0),
  },
  {
    name: 'gelu',
    forward: 'gelu_forward',
    backward: 'gelu_backward',
    value: (z) => times(z, phi(z)),
    slope: (z) => phi(z) + times(z, density(z)),
    bound: constant(7),
    slopeBound: constant(6.2),
    scale: phi,
  },
  {
    name: 'gelu_tanh',
    forward: 'gelu_tanh_forward',
    backward: 'gelu_tanh_backward',
    value: (z) => times(z, sigmoid(exponent(z))),
    slope: (z) => {
      const u = exponent(z);
      return times(1 + times(z * steepness(z), sigmoid(-u)), sigmoid(u));
    },
    bound: growing(2.7),
    slopeBound: growing(3.5),
    scale: (z) => sigmoid(exponent(z)),
  },
];
