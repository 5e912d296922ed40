/** C = A · Bᵀ: the gradient of the weights, dW = D · Xᵀ, summed over the samples in order. */
import { at, clear_padding } from '../lanes';
import { multiply_block, pack_block_transposed } from './block';
import { block_columns, ROWS } from './blocking';
import { PLAIN } from './epilogue';

export function gemm_nt(
  c: usize,
  ldc: i32,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
  m: i32,
  n: i32,
  k: i32,
  scratch: usize,
): void {
  if (min(m, min(n, k)) <= 0) return;
  const rc = (ldc as usize) << 2;
  const ra = (lda as usize) << 2;
  const rb = (ldb as usize) << 2;
  const depth = (k + 3) & ~3;
  for (let j = 0; j < n; ) {
    const columns = block_columns(n - j);
    pack_block_transposed(scratch, at(b, ldb, j, 0), rb, columns, k);
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      const to = at(c, ldc, i, j);
      const from = at(a, lda, i, 0);
      multiply_block(to, rc, from, ra, 4 * ra, 4, scratch, rows, columns, k, depth, PLAIN, 0, 0, 0);
    }
    j += columns;
  }
  clear_padding(c, ldc, m, n);
}
