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
  const rb = (ldb as usize) << 2;
  for (let i = 0; i < m; ++i) {
    for (let j = 0; j < n; j += 4) {
      const sums = dot_four(at(a, lda, i, 0), at(b, ldb, j, 0), rb, n - j, k);
      v128.store(at(c, ldc, i, j), sums);
    }
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
function dot_four(a: usize, b: usize, ldb: usize, rows: i32, k: i32): v128 {
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
  return sum_four(s0, s1, s2, s3);
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
