/** C = A · Bᵀ: the gradient of the weights, dW = D · Xᵀ, summed over the samples in order. */
import { at, clear_padding } from '../lanes';
import { COLUMNS, half_of, ROWS } from './blocking';
import { PLAIN } from './epilogue';
import { PANEL_ROW, pack_rows } from './pack';
import { panel_packed } from './panel';

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
  // Whole 4 × 4 blocks are transposed: the panel of k rows is followed by up to three spare ones.
  const panel = (((k + 3) & ~3) as usize) * PANEL_ROW;
  for (let j0 = 0; j0 < n; j0 += COLUMNS) {
    const j1 = min(n, j0 + COLUMNS);
    let packed = scratch;
    for (let j = j0; j < j1; j += 8, packed += panel) {
      pack_rows(packed, at(b, ldb, j, 0), rb, k, min(8, n - j));
    }
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      packed = scratch;
      for (let j = j0; j < j1; j += 8, packed += panel) {
        const to = at(c, ldc, i, j);
        panel_packed(to, rc, at(a, lda, i, 0), ra, packed, rows, k, half_of(n - j), PLAIN, 0, 0);
      }
    }
  }
  clear_padding(c, ldc, m, n);
}
