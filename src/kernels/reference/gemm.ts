/**
 * The products of backprop, one routine for all three: operand strides say which one is
 * transposed. Tiles of 2 × 4 sequential sums; a tile may compute padding columns of C.
 */
import type { Kernels } from '../contract.js';
import { maskUnless, type Views } from './views.js';

const PLAIN = 0;
const BIAS = 1;
const BIAS_RELU = 2;
const RELU_BACKWARD = 3;

export type GemmKernels = Pick<
  Kernels,
  'gemm_nn' | 'gemm_nn_bias' | 'gemm_nn_bias_relu' | 'gemm_tn' | 'gemm_tn_relu_backward' | 'gemm_nt'
>;

export function gemmKernels({ f32, i32 }: Views): GemmKernels {
  /** Stores an element of C after its epilogue; `e` is the word of its bias or activation. */
  function finish(to: number, value: number, kind: number, e: number): void {
    if (kind === PLAIN) {
      f32[to] = value;
    } else if (kind === RELU_BACKWARD) {
      const keep = maskUnless(f32[e] <= 0);
      f32[to] = value;
      i32[to] &= keep;
    } else {
      f32[to] = value + f32[e];
      if (kind === BIAS_RELU) i32[to] &= maskUnless(f32[to] < 0);
    }
  }

  /**
   * C (m × n): A's element (i, s) is at word a + i·ai + s·as, B's (s, j) at b + s·bs + j·bj, and the
   * epilogue's (i, j) at e + i·ei + j·ej.
   */
  function multiply(
    c: number,
    ldc: number,
    a: number,
    ai: number,
    as: number,
    b: number,
    bs: number,
    bj: number,
    m: number,
    n: number,
    k: number,
    kind: number,
    e: number,
    ei: number,
    ej: number,
  ): void {
    if (k <= 0) return;
    const bj2 = (2 * bj) | 0;
    const bj3 = (3 * bj) | 0;
    for (let i = 0; i < m; i = (i + 2) | 0) {
      const second = i + 1 < m;
      const row = second ? ai | 0 : 0;
      for (let j = 0; j < n; j = (j + 4) | 0) {
        // B (n × k) of a transposed product has no rows beyond n: take the last one again.
        const y1off = bj > 1 && j + 1 >= n ? 0 : bj | 0;
        const y2off = bj > 1 && j + 2 >= n ? 0 : bj2;
        const y3off = bj > 1 && j + 3 >= n ? 0 : bj3;
        let x = (a + i * ai) | 0;
        let y = (b + j * bj) | 0;
        let c00 = 0;
        let c01 = 0;
        let c02 = 0;
        let c03 = 0;
        let c10 = 0;
        let c11 = 0;
        let c12 = 0;
        let c13 = 0;
        for (let left = k | 0; left > 0; left = (left - 1) | 0) {
          const x0 = f32[x];
          const x1 = f32[(x + row) | 0];
          const y0 = f32[y];
          const y1 = f32[(y + y1off) | 0];
          const y2 = f32[(y + y2off) | 0];
          const y3 = f32[(y + y3off) | 0];
          c00 = Math.fround(c00 + Math.fround(x0 * y0));
          c01 = Math.fround(c01 + Math.fround(x0 * y1));
          c02 = Math.fround(c02 + Math.fround(x0 * y2));
          c03 = Math.fround(c03 + Math.fround(x0 * y3));
          c10 = Math.fround(c10 + Math.fround(x1 * y0));
          c11 = Math.fround(c11 + Math.fround(x1 * y1));
          c12 = Math.fround(c12 + Math.fround(x1 * y2));
          c13 = Math.fround(c13 + Math.fround(x1 * y3));
          x = (x + as) | 0;
          y = (y + bs) | 0;
        }
        let to = (c + i * ldc + j) | 0;
        let at = (e + i * ei + j * ej) | 0;
        finish(to, c00, kind, at);
        finish((to + 1) | 0, c01, kind, (at + ej) | 0);
        finish((to + 2) | 0, c02, kind, (at + 2 * ej) | 0);
        finish((to + 3) | 0, c03, kind, (at + 3 * ej) | 0);
        if (second) {
          to = (to + ldc) | 0;
          at = (at + ei) | 0;
          finish(to, c10, kind, at);
          finish((to + 1) | 0, c11, kind, (at + ej) | 0);
          finish((to + 2) | 0, c12, kind, (at + 2 * ej) | 0);
          finish((to + 3) | 0, c13, kind, (at + 3 * ej) | 0);
        }
      }
    }
  }

  /** Sets the columns n … ceil4(n) of every row to +0. */
  function clearPadding(c: number, ldc: number, m: number, n: number): void {
    const end = (n + 3) & ~3;
    for (let i = 0; i < m; ++i) {
      for (let j = n; j < end; ++j) f32[c + i * ldc + j] = 0;
    }
  }

  return {
    gemm_nn(c, ldc, a, lda, b, ldb, m, n, k, _scratch) {
      multiply(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, ldb, 1, m, n, k, PLAIN, 0, 0, 0);
    },
    gemm_nn_bias(c, ldc, a, lda, b, ldb, m, n, k, _scratch, bias) {
      multiply(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, ldb, 1, m, n, k, BIAS, bias >>> 2, 1, 0);
    },
    gemm_nn_bias_relu(c, ldc, a, lda, b, ldb, m, n, k, _scratch, bias) {
      const e = bias >>> 2;
      multiply(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, ldb, 1, m, n, k, BIAS_RELU, e, 1, 0);
    },
    gemm_tn(c, ldc, a, lda, b, ldb, m, n, k, _scratch) {
      multiply(c >>> 2, ldc, a >>> 2, 1, lda, b >>> 2, ldb, 1, m, n, k, PLAIN, 0, 0, 0);
    },
    gemm_tn_relu_backward(c, ldc, a, lda, b, ldb, m, n, k, _scratch, h, ldh) {
      const e = h >>> 2;
      multiply(c >>> 2, ldc, a >>> 2, 1, lda, b >>> 2, ldb, 1, m, n, k, RELU_BACKWARD, e, ldh, 1);
    },
    gemm_nt(c, ldc, a, lda, b, ldb, m, n, k, _scratch) {
      if (k <= 0) return;
      multiply(c >>> 2, ldc, a >>> 2, lda, 1, b >>> 2, 1, ldb, m, n, k, PLAIN, 0, 0, 0);
      clearPadding(c >>> 2, ldc, m, n);
    },
  };
}
