/** Products over at most four steps of k: their rows of B stay in registers for all rows of A. */
import { mul_add } from '../lanes';
import { finish } from './epilogue';

/** C (m × 8) = A (m × k) · eight columns of B (k × n), 1 ≤ k ≤ 4; strides and `half` as in panel.ts. */
export function panel_thin(
  c: usize,
  ldc: usize,
  a: usize,
  rowStride: usize,
  stepStride: usize,
  b: usize,
  ldb: usize,
  m: i32,
  k: i32,
  half: usize,
  kind: i32,
  e: usize,
  lde: usize,
): void {
  const zero = f32x4.splat(0);
  const b1 = b + (min(1, k - 1) as usize) * ldb;
  const b2 = b + (min(2, k - 1) as usize) * ldb;
  const b3 = b + (min(3, k - 1) as usize) * ldb;
  const b00 = v128.load(b);
  const b01 = v128.load(b + half);
  const b10 = v128.load(b1);
  const b11 = v128.load(b1 + half);
  const b20 = v128.load(b2);
  const b21 = v128.load(b2 + half);
  const b30 = v128.load(b3);
  const b31 = v128.load(b3 + half);
  for (; m > 0; --m) {
    let x = v128.load32_splat(a);
    let c0 = mul_add(zero, x, b00);
    let c1 = mul_add(zero, x, b01);
    if (k > 1) {
      x = v128.load32_splat(a + stepStride);
      c0 = mul_add(c0, x, b10);
      c1 = mul_add(c1, x, b11);
    }
    if (k > 2) {
      x = v128.load32_splat(a + 2 * stepStride);
      c0 = mul_add(c0, x, b20);
      c1 = mul_add(c1, x, b21);
    }
    if (k > 3) {
      x = v128.load32_splat(a + 3 * stepStride);
      c0 = mul_add(c0, x, b30);
      c1 = mul_add(c1, x, b31);
    }
    c0 = finish(c0, kind, e, 0);
    c1 = finish(c1, kind, e, half);
    v128.store(c, c0);
    v128.store(c + half, c1);
    a += rowStride;
    c += ldc;
    e += lde;
  }
}
