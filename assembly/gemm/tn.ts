/** C = Aᵀ · B: the gradient of a layer's inputs, dX = Wᵀ · D, masked by their activation. */
import { at } from '../lanes';
import { multiply_block, pack_block } from './block';
import { block_columns, fits_in_cache, packed_quad, ROWS, worth_packing } from './blocking';
import { PLAIN, RELU_BACKWARD } from './epilogue';
import { pack_quads } from './pack';
import { multiply_unpacked } from './unpacked';

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
    multiply_unpacked(c, rc, a, 4, ra, b, rb, m, n, k, kind, h, rh, 4);
    return;
  }
  const direct = fits_in_cache(k, ra);
  const packed = packed_quad(k);
  const quad: usize = direct ? 16 : packed;
  const step: usize = direct ? ra : 16;
  const block = scratch + ((min(ROWS, m + 3) >> 2) as usize) * packed;
  for (let j = 0; j < n; ) {
    const columns = block_columns(n - j);
    pack_block(block, at(b, 0, 0, j), rb, columns, k);
    for (let i = 0; i < m; i += ROWS) {
      const rows = min(ROWS, m - i);
      const to = at(c, ldc, i, j);
      const e = at(h, ldh, i, j);
      let from = at(a, 0, 0, i);
      if (!direct) {
        pack_quads(scratch, packed, from, ra, rows, k);
        from = scratch;
      }
      multiply_block(to, rc, from, 4, quad, step, block, rows, columns, k, k, kind, e, rh, 4);
    }
    j += columns;
  }
}
