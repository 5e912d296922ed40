import type { ActivationName } from '../config/types.js';
import { erf } from '../math/erf.js';
import { exp } from '../math/exp.js';
import { log } from '../math/log.js';

/** What an activation makes of its argument, and its slope there; in float64. */
export interface Curve {
  value(z: number): number;
  slope(z: number): number;
}

/** Where e^z overflows nothing and 1 + e^z is e^z. */
const LARGE = 40;

const sigmoid = (z: number): number => {
  if (z >= 0) return 1 / (1 + exp(-z));
  const e = exp(z);
  return e / (1 + e);
};
const tanh = (z: number): number => 2 * sigmoid(2 * z) - 1;
const sigmoidSlope = (z: number): number => sigmoid(z) * sigmoid(-z);

const ROOT_TWO_OVER_PI = 0.7978845608028654;
const CUBIC = 0.044715;
const below = (z: number): number => 0.5 * (1 + erf(Math.SQRT1_2 * z));
const density = (z: number): number => 0.5 * ROOT_TWO_OVER_PI * exp(-0.5 * z * z);
const geluTanhArgument = (z: number): number => ROOT_TWO_OVER_PI * (z + CUBIC * z * z * z);

const CURVES: Record<
  Exclude<ActivationName, 'softmax'>,
  (params: Readonly<Record<string, number>>) => Curve
> = {
  linear: () => ({ value: (z) => z, slope: () => 1 }),
  relu: () => ({ value: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) }),
  'leaky-relu': ({ slope }) => ({
    value: (z) => (z > 0 ? z : slope * z),
    slope: (z) => (z > 0 ? 1 : slope),
  }),
  sigmoid: () => ({ value: sigmoid, slope: sigmoidSlope }),
  tanh: () => ({ value: tanh, slope: (z) => 4 * sigmoidSlope(2 * z) }),
  gelu: () => ({ value: (z) => z * below(z), slope: (z) => below(z) + z * density(z) }),
  'gelu-tanh': () => ({
    value: (z) => z * sigmoid(2 * geluTanhArgument(z)),
    slope: (z) => {
      const inner = ROOT_TWO_OVER_PI * (1 + 3 * CUBIC * z * z);
      const u = 2 * geluTanhArgument(z);
      return sigmoid(u) + 2 * z * sigmoidSlope(u) * inner;
    },
  }),
  silu: () => ({
    value: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) + z * sigmoidSlope(z),
  }),
  softplus: () => ({
    value: (z) => (z > LARGE ? z : z < -LARGE ? exp(z) : log(1 + exp(z))),
    slope: sigmoid,
  }),
  elu: ({ alpha }) => ({
    value: (z) => (z > 0 ? z : alpha * (exp(z) - 1)),
    slope: (z) => (z > 0 ? 1 : alpha * exp(z)),
  }),
};

/** The curve of an activation of one argument; softmax has many. */
export function curveOf(
  name: Exclude<ActivationName, 'softmax'>,
  params: Readonly<Record<string, number>>,
): Curve {
  return CURVES[name](params);
}
