/**
 * C = A · Bᵀ for thin results: rows of A against rows of B with the lanes along k, four partial
 * sums an element. Nothing is packed.
 */
import { at, clear_padding, lanes_below, mul_add } from '../lanes';
import { row_sum } from '../reduce/row_sum';
import { high_halves, high_pairs, low_halves, low_pairs } from '../transpose';

export function gemm_nt_dot(
  c: usize,
  ldc: i32,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
  m: i32,
  n: i32,
  k: i32,
): void {
  if (min(m, min(n, k)) <= 0) return;
  const rc = (ldc as usize) << 2;
  const rb = (ldb as usize) << 2;
  const ra = (lda as usize) << 2;
  for (let j = 0; j < n; j += 4) {
    let i = 0;
    for (; i + 2 <= m; i += 2) {
      dot_pair(at(c, ldc, i, j), rc, at(a, lda, i, 0), ra, at(b, ldb, j, 0), rb, n - j, k);
    }
    if (i < m) dot_four(at(c, ldc, i, j), at(a, lda, i, 0), at(b, ldb, j, 0), rb, n - j, k);
  }
  clear_padding(c, ldc, m, n);
}

export function gemm_nt_dot_row_sum(
  c: usize,
  ldc: i32,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
  m: i32,
  n: i32,
  k: i32,
  sum: usize,
): void {
  gemm_nt_dot(c, ldc, a, lda, b, ldb, m, n, k);
  row_sum(sum, a, lda, m, k);
}

/** One row of A against four rows of B; missing rows are the last one again. */
function dot_four(c: usize, a: usize, b: usize, ldb: usize, rows: i32, k: i32): void {
  const b1 = (min(1, rows - 1) as usize) * ldb;
  const b2 = (min(2, rows - 1) as usize) * ldb;
  const b3 = (min(3, rows - 1) as usize) * ldb;
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  for (; k >= 4; k -= 4) {
    const x = v128.load(a);
    s0 = mul_add(s0, x, v128.load(b));
    s1 = mul_add(s1, x, v128.load(b + b1));
    s2 = mul_add(s2, x, v128.load(b + b2));
    s3 = mul_add(s3, x, v128.load(b + b3));
    a += 16;
    b += 16;
  }
  if (k > 0) {
    const mask = lanes_below(k);
    const x = v128.load(a);
    s0 = f32x4.add(s0, v128.and(mask, f32x4.mul(x, v128.load(b))));
    s1 = f32x4.add(s1, v128.and(mask, f32x4.mul(x, v128.load(b + b1))));
    s2 = f32x4.add(s2, v128.and(mask, f32x4.mul(x, v128.load(b + b2))));
    s3 = f32x4.add(s3, v128.and(mask, f32x4.mul(x, v128.load(b + b3))));
  }
  v128.store(c, sum_four(s0, s1, s2, s3));
}

/** Two rows of A against four rows of B. */
function dot_pair(
  c: usize,
  ldc: usize,
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  rows: i32,
  k: i32,
): void {
  let a1 = a + lda;
  let b1 = b + (min(1, rows - 1) as usize) * ldb;
  let b2 = b + (min(2, rows - 1) as usize) * ldb;
  let b3 = b + (min(3, rows - 1) as usize) * ldb;
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  for (; k >= 4; k -= 4) {
    const x0 = v128.load(a);
    const x1 = v128.load(a1);
    let y = v128.load(b);
    s00 = mul_add(s00, x0, y);
    s10 = mul_add(s10, x1, y);
    y = v128.load(b1);
    s01 = mul_add(s01, x0, y);
    s11 = mul_add(s11, x1, y);
    y = v128.load(b2);
    s02 = mul_add(s02, x0, y);
    s12 = mul_add(s12, x1, y);
    y = v128.load(b3);
    s03 = mul_add(s03, x0, y);
    s13 = mul_add(s13, x1, y);
    a += 16;
    a1 += 16;
    b += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
  }
  if (k > 0) {
    const mask = lanes_below(k);
    const x0 = v128.load(a);
    const x1 = v128.load(a1);
    let y = v128.load(b);
    s00 = f32x4.add(s00, v128.and(mask, f32x4.mul(x0, y)));
    s10 = f32x4.add(s10, v128.and(mask, f32x4.mul(x1, y)));
    y = v128.load(b1);
    s01 = f32x4.add(s01, v128.and(mask, f32x4.mul(x0, y)));
    s11 = f32x4.add(s11, v128.and(mask, f32x4.mul(x1, y)));
    y = v128.load(b2);
    s02 = f32x4.add(s02, v128.and(mask, f32x4.mul(x0, y)));
    s12 = f32x4.add(s12, v128.and(mask, f32x4.mul(x1, y)));
    y = v128.load(b3);
    s03 = f32x4.add(s03, v128.and(mask, f32x4.mul(x0, y)));
    s13 = f32x4.add(s13, v128.and(mask, f32x4.mul(x1, y)));
  }
  v128.store(c, sum_four(s00, s01, s02, s03));
  v128.store(c + ldc, sum_four(s10, s11, s12, s13));
}

/** The interleaved sums of four accumulators as one vector. */
export function sum_four(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const a = low_pairs(s0, s1);
  const b = low_pairs(s2, s3);
  const c = high_pairs(s0, s1);
  const d = high_pairs(s2, s3);
  const p01 = f32x4.add(low_halves(a, b), high_halves(a, b));
  return f32x4.add(p01, f32x4.add(low_halves(c, d), high_halves(c, d)));
}
