/** The transcendental functions over a matrix, and the gradients of those that are activations. */
import type { Kernels } from '../contract.js';
import { exp, log, sigmoid, tanh } from './transcendental.js';
import type { Views } from './views.js';

export type ActivationKernels = Pick<
  Kernels,
  'exp' | 'log' | 'sigmoid_forward' | 'sigmoid_backward' | 'tanh_forward' | 'tanh_backward'
>;

type Elementwise = Kernels['exp'];

export function activationKernels({ f32 }: Views): ActivationKernels {
  const forward =
    (of: (x: number) => number): Elementwise =>
    (a, lda, z, ldz, m, n) => {
      for (let i = 0; i < m; ++i) {
        const to = ((a >>> 2) + i * lda) | 0;
        const from = ((z >>> 2) + i * ldz) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) f32[(to + j) | 0] = of(f32[(from + j) | 0]);
      }
    };
  const backward =
    (of: (d: number, h: number) => number): Elementwise =>
    (d, ldd, h, ldh, m, n) => {
      for (let i = 0; i < m; ++i) {
        const to = ((d >>> 2) + i * ldd) | 0;
        const from = ((h >>> 2) + i * ldh) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          f32[(to + j) | 0] = of(f32[(to + j) | 0], f32[(from + j) | 0]);
        }
      }
    };
  const round = Math.fround;
  return {
    exp: forward(exp),
    log: forward(log),
    sigmoid_forward: forward(sigmoid),
    sigmoid_backward: backward((d, h) => round(d * h) * round(1 - h)),
    tanh_forward: forward(tanh),
    tanh_backward: backward((d, h) => d * round(1 - round(h * h))),
  };
}
