import type { ActivationName } from '../config/types.js';
import type { Operand, Operation } from './operation.js';

/** How an activation enters the list of operations. Matrices are units × samples (m × n). */
export interface Activation {
  /** a ← activation(z); may be the same place. */
  forward(a: Operand, z: Operand, m: number, n: number, params: Params): Operation[];
  /**
   * Turns ∂loss/∂a into ∂loss/∂z, in place.
   *
   * @param h the argument z, where plan/activation.ts says that it is kept; else the activation.
   */
  backward(d: Operand, h: Operand, m: number, n: number, params: Params): Operation[];
}

type Params = Readonly<Record<string, number>>;

type Pair =
  | ['relu_forward', 'relu_backward']
  | ['sigmoid_forward', 'sigmoid_backward']
  | ['tanh_forward', 'tanh_backward']
  | ['gelu_forward', 'gelu_backward']
  | ['gelu_tanh_forward', 'gelu_tanh_backward']
  | ['silu_forward', 'silu_backward']
  | ['softplus_forward', 'softplus_backward']
  | ['softmax', 'softmax_backward'];

function plain(...[forward, backward]: Pair): Activation {
  return {
    forward: (a, z, m, n) => [{ kernel: forward, a, z, m, n }],
    backward: (d, h, m, n) => [{ kernel: backward, d, h, m, n }],
  };
}

function withParameter(name: 'leaky_relu' | 'elu', key: string): Activation {
  return {
    forward: (a, z, m, n, params) => [
      { kernel: `${name}_forward`, a, z, m, n, parameter: params[key] },
    ],
    backward: (d, h, m, n, params) => [
      { kernel: `${name}_backward`, d, h, m, n, parameter: params[key] },
    ],
  };
}

export const ACTIVATIONS: Record<ActivationName, Activation> = {
  linear: { forward: () => [], backward: () => [] },
  relu: plain('relu_forward', 'relu_backward'),
  'leaky-relu': withParameter('leaky_relu', 'slope'),
  sigmoid: plain('sigmoid_forward', 'sigmoid_backward'),
  tanh: plain('tanh_forward', 'tanh_backward'),
  gelu: plain('gelu_forward', 'gelu_backward'),
  'gelu-tanh': plain('gelu_tanh_forward', 'gelu_tanh_backward'),
  silu: plain('silu_forward', 'silu_backward'),
  softplus: plain('softplus_forward', 'softplus_backward'),
  elu: withParameter('elu', 'alpha'),
  softmax: plain('softmax', 'softmax_backward'),
};
