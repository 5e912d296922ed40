/** Bias and activation: one pass over a matrix, element by element. */
import type { Kernels } from '../contract.js';
import { maskUnless, type Views } from './views.js';

export type ElementwiseKernels = Pick<Kernels, 'bias_add' | 'relu_forward' | 'relu_backward'>;

export function elementwiseKernels({ f32, i32 }: Views): ElementwiseKernels {
  return {
    bias_add(z, ldz, bias, m, n) {
      for (let i = 0; i < m; ++i) {
        const row = ((z >>> 2) + i * ldz) | 0;
        const b = f32[(bias >>> 2) + i];
        for (let j = 0; j < n; j = (j + 1) | 0) f32[(row + j) | 0] = f32[(row + j) | 0] + b;
      }
    },

    relu_forward(a, lda, z, ldz, m, n) {
      for (let i = 0; i < m; ++i) {
        const to = ((a >>> 2) + i * lda) | 0;
        const from = ((z >>> 2) + i * ldz) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          i32[(to + j) | 0] = i32[(from + j) | 0] & maskUnless(f32[(from + j) | 0] < 0);
        }
      }
    },

    relu_backward(d, ldd, h, ldh, m, n) {
      for (let i = 0; i < m; ++i) {
        const to = ((d >>> 2) + i * ldd) | 0;
        const from = ((h >>> 2) + i * ldh) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          i32[(to + j) | 0] &= maskUnless(f32[(from + j) | 0] <= 0);
        }
      }
    },
  };
}
