/** The products of backprop with their epilogues. The scratch is not needed here. */
import type { Kernels } from '../contract.js';
import { outerProductOver } from './outer.js';
import { productOver } from './product.js';
import { maskUnless, type Views } from './views.js';

export type GemmKernels = Pick<
  Kernels,
  'gemm_nn' | 'gemm_nn_bias' | 'gemm_nn_bias_relu' | 'gemm_tn' | 'gemm_tn_relu_backward' | 'gemm_nt'
>;

export function gemmKernels(views: Views): GemmKernels {
  const { f32, i32 } = views;
  const product = productOver(views);
  const outerProduct = outerProductOver(views);

  const gemm_nn: Kernels['gemm_nn'] = (c, ldc, a, lda, b, ldb, m, n, k) => {
    if (k > 0) product(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, ldb, 1, m, n, k, -1, 0);
  };

  return {
    gemm_nn,

    gemm_nn_bias(c, ldc, a, lda, b, ldb, m, n, k, scratch, bias) {
      if (k <= 0) return;
      gemm_nn(c, ldc, a, lda, b, ldb, m, n, k, scratch);
      for (let i = 0; i < m; ++i) {
        const to = ((c >>> 2) + i * ldc) | 0;
        const add = f32[(bias >>> 2) + i];
        for (let j = 0; j < n; j = (j + 1) | 0) f32[(to + j) | 0] = f32[(to + j) | 0] + add;
      }
    },

    gemm_nn_bias_relu(c, ldc, a, lda, b, ldb, m, n, k, scratch, bias) {
      if (k <= 0) return;
      gemm_nn(c, ldc, a, lda, b, ldb, m, n, k, scratch);
      for (let i = 0; i < m; ++i) {
        const to = ((c >>> 2) + i * ldc) | 0;
        const add = f32[(bias >>> 2) + i];
        for (let j = 0; j < n; j = (j + 1) | 0) {
          const z = Math.fround(f32[(to + j) | 0] + add);
          f32[(to + j) | 0] = z;
          i32[(to + j) | 0] &= maskUnless(z < 0);
        }
      }
    },

    gemm_tn(c, ldc, a, lda, b, ldb, m, n, k, _scratch) {
      if (k > 0) product(c >>> 2, ldc, a >>> 2, 1, lda, b >>> 2, ldb, 1, m, n, k, -1, 0);
    },

    gemm_tn_relu_backward(c, ldc, a, lda, b, ldb, m, n, k, _scratch, h, ldh) {
      const [to, from, other, mask] = [c >>> 2, a >>> 2, b >>> 2, h >>> 2];
      if (k === 1) outerProduct(to, ldc, from, other, m, n, mask, ldh);
      else if (k > 0) product(to, ldc, from, 1, lda, other, ldb, 1, m, n, k, mask, ldh);
    },

    gemm_nt(c, ldc, a, lda, b, ldb, m, n, k, _scratch) {
      if (k <= 0) return;
      product(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, 1, ldb, m, n, k, -1, 0);
      const end = (n + 3) & ~3;
      for (let i = 0; i < m; ++i) {
        for (let j = n; j < end; ++j) f32[(c >>> 2) + i * ldc + j] = 0;
      }
    },
  };
}
