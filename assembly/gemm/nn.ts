/** C = A · B: the forward pass, Z = W · X, with its bias and activation. */
import { at } from '../lanes';
import { multiply_block, pack_block } from './block';
import { block_columns, ROWS, worth_packing } from './blocking';
import { BIAS, BIAS_RELU, PLAIN } from './epilogue';
import { multiply_unpacked } from './unpacked';

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
    multiply_unpacked(c, rc, a, ra, 4, b, rb, m, n, k, kind, bias, 4, 0);
    return;
  }
  for (let j = 0; j < n; ) {
    const columns = block_columns(n - j);
    pack_block(scratch, at(b, 0, 0, j), rb, columns, k);
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      const to = at(c, ldc, i, j);
      const from = at(a, lda, i, 0);
      const e = at(bias, 1, i, 0);
      multiply_block(to, rc, from, ra, 4 * ra, 4, scratch, rows, columns, k, k, kind, e, 4, 0);
    }
    j += columns;
  }
}
