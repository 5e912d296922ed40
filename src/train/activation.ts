import type { ActivationName } from '../config/types.js';
import type { Operand, Operation } from './operation.js';

/** How an activation enters the list of operations. Matrices are units × samples (m × n). */
export interface Activation {
  /** Turns z into the activation, in place. */
  forward(z: Operand, m: number, n: number): Operation[];
  /** Turns ∂loss/∂a into ∂loss/∂z, in place, given the activation `h`. */
  backward(d: Operand, h: Operand, m: number, n: number): Operation[];
}

export const ACTIVATIONS: Record<ActivationName, Activation> = {
  linear: {
    forward: () => [],
    backward: () => [],
  },
  sigmoid: {
    forward: (z, m, n) => [{ kernel: 'sigmoid_forward', a: z, z, m, n }],
    backward: (d, h, m, n) => [{ kernel: 'sigmoid_backward', d, h, m, n }],
  },
  tanh: {
    forward: (z, m, n) => [{ kernel: 'tanh_forward', a: z, z, m, n }],
    backward: (d, h, m, n) => [{ kernel: 'tanh_backward', d, h, m, n }],
  },
  relu: {
    forward: (z, m, n) => [{ kernel: 'relu_forward', a: z, z, m, n }],
    backward: (d, h, m, n) => [{ kernel: 'relu_backward', d, h, m, n }],
  },
};
