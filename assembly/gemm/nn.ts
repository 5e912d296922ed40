/** C = A · B: the forward pass, Z = W · X, with its bias and activation. */
import { at } from '../lanes';
import { COLUMNS, half_of, ROWS, worth_packing } from './blocking';
import { BIAS, BIAS_RELU, PLAIN } from './epilogue';
import { PANEL_ROW, pack_columns } from './pack';
import { panel_packed } from './panel';
import { panel_strided } from './strided';

export function gemm_nn(
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
  multiply(c, ldc, a, lda, b, ldb, m, n, k, scratch, PLAIN, 0);
}

export function gemm_nn_bias(
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
  bias: usize,
): void {
  multiply(c, ldc, a, lda, b, ldb, m, n, k, scratch, BIAS, bias);
}

export function gemm_nn_bias_relu(
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
  bias: usize,
): void {
  multiply(c, ldc, a, lda, b, ldb, m, n, k, scratch, BIAS_RELU, bias);
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
  bias: usize,
): void {
  if (min(m, min(n, k)) <= 0) return;
  const rc = (ldc as usize) << 2;
  const ra = (lda as usize) << 2;
  const rb = (ldb as usize) << 2;
  if (!worth_packing(m, k)) {
    for (let j = 0; j < n; j += 8) {
      const to = at(c, 0, 0, j);
      const from = at(b, 0, 0, j);
      panel_strided(to, rc, a, ra, 4, from, rb, m, k, half_of(n - j), kind, bias, 4);
    }
    return;
  }
  const panel = (k as usize) * PANEL_ROW;
  for (let j0 = 0; j0 < n; j0 += COLUMNS) {
    const j1 = min(n, j0 + COLUMNS);
    let packed = scratch;
    for (let j = j0; j < j1; j += 8, packed += panel) {
      pack_columns(packed, at(b, 0, 0, j), rb, k, half_of(n - j));
    }
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      packed = scratch;
      for (let j = j0; j < j1; j += 8, packed += panel) {
        const to = at(c, ldc, i, j);
        const half = half_of(n - j);
        panel_packed(
          to,
          rc,
          at(a, lda, i, 0),
          ra,
          packed,
          rows,
          k,
          half,
          kind,
          at(bias, 1, i, 0),
          4,
        );
      }
    }
  }
}
