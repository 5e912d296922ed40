/** C = Aᵀ · B: the gradient of a layer's inputs, dX = Wᵀ · D, masked by their activation. */
import { at } from '../lanes';
import { COLUMNS, half_of, ROWS, transposed_stride, worth_packing } from './blocking';
import { PLAIN, RELU_BACKWARD } from './epilogue';
import { PANEL_ROW, pack_columns, pack_transposed } from './pack';
import { panel_packed } from './panel';
import { panel_strided } from './strided';

export function gemm_tn(
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
  multiply(c, ldc, a, lda, b, ldb, m, n, k, scratch, PLAIN, 0, 0);
}

export function gemm_tn_relu_backward(
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
  h: usize,
  ldh: i32,
): void {
  multiply(c, ldc, a, lda, b, ldb, m, n, k, scratch, RELU_BACKWARD, h, ldh);
}

function multiply(
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
  kind: i32,
  h: usize,
  ldh: i32,
): void {
  if (min(m, min(n, k)) <= 0) return;
  const rc = (ldc as usize) << 2;
  const ra = (lda as usize) << 2;
  const rb = (ldb as usize) << 2;
  const rh = (ldh as usize) << 2;
  if (!worth_packing(m, k)) {
    for (let j = 0; j < n; j += 8) {
      const to = at(c, 0, 0, j);
      const from = at(b, 0, 0, j);
      const half = half_of(n - j);
      panel_strided(to, rc, a, 4, ra, from, rb, m, k, half, kind, at(h, 0, 0, j), rh);
    }
    return;
  }
  const panel = (k as usize) * PANEL_ROW;
  const stride = transposed_stride(k);
  const panels = scratch + (min(ROWS, (m + 3) & ~3) as usize) * stride;
  for (let j0 = 0; j0 < n; j0 += COLUMNS) {
    const j1 = min(n, j0 + COLUMNS);
    let packed = panels;
    for (let j = j0; j < j1; j += 8, packed += panel) {
      pack_columns(packed, at(b, 0, 0, j), rb, k, half_of(n - j));
    }
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      pack_transposed(scratch, stride, at(a, 0, 0, i), ra, rows, k);
      packed = panels;
      for (let j = j0; j < j1; j += 8, packed += panel) {
        const to = at(c, ldc, i, j);
        const half = half_of(n - j);
        panel_packed(to, rc, scratch, stride, packed, rows, k, half, kind, at(h, ldh, i, j), rh);
      }
    }
  }
}
