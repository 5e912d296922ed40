import type { Binders } from './binder.js';

/** The products, biases and their sums. */
export const PRODUCTS = {
  gemm_nn:
    (kernels, { c, a, b, m, n, k, scratch }) =>
    () =>
      kernels.gemm_nn(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch),
  gemm_nn_bias:
    (kernels, { c, a, b, m, n, k, scratch, bias }) =>
    () =>
      kernels.gemm_nn_bias(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch, bias),
  gemm_nn_bias_relu:
    (kernels, { c, a, b, m, n, k, scratch, bias }) =>
    () =>
      kernels.gemm_nn_bias_relu(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch, bias),
  gemm_tn:
    (kernels, { c, a, b, m, n, k, scratch }) =>
    () =>
      kernels.gemm_tn(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch),
  gemm_tn_relu_backward:
    (kernels, { c, a, b, m, n, k, scratch, h }) =>
    () =>
      kernels.gemm_tn_relu_backward(
        c.at,
        c.ld,
        a.at,
        a.ld,
        b.at,
        b.ld,
        m,
        n,
        k,
        scratch,
        h.at,
        h.ld,
      ),
  gemm_nt:
    (kernels, { c, a, b, m, n, k, scratch }) =>
    () =>
      kernels.gemm_nt(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, scratch),
  gemm_nt_dot:
    (kernels, { c, a, b, m, n, k }) =>
    () =>
      kernels.gemm_nt_dot(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k),
  gemm_nt_dot_row_sum:
    (kernels, { c, a, b, m, n, k, sum }) =>
    () =>
      kernels.gemm_nt_dot_row_sum(c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, sum),
  bias_add:
    (kernels, { z, bias, m, n }) =>
    () =>
      kernels.bias_add(z.at, z.ld, bias, m, n),
  row_sum:
    (kernels, { dst, a, m, n }) =>
    () =>
      kernels.row_sum(dst, a.at, a.ld, m, n),
} satisfies Partial<Binders>;
