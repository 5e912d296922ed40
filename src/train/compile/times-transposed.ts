import type { Of, Product } from '../operation.js';

/** C (m × n) = A · Bᵀ over k samples. The form of the sum is chosen by the full shape of C. */
export function timesTransposed(
  product: Product,
  scratch: number,
): Of<'gemm_nt_dot'> | Of<'gemm_nt'> {
  const { m, n } = product;
  return m <= 2 || n <= 4
    ? { kernel: 'gemm_nt_dot', ...product }
    : { kernel: 'gemm_nt', ...product, scratch };
}
