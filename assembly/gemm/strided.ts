/**
 * The tile of panel.ts over operands as they lie, for products too small to be worth packing. A
 * may be transposed: its element (i, s) is at `a + i · rowStride + s · stepStride`.
 */
import { mul_add } from '../lanes';
import { finish } from './epilogue';
import { store_pair } from './panel';

/** C (m × 8) = A (m × k) · eight columns of B (k × n); m is a multiple of 4. */
export function panel_strided(
  c: usize,
  ldc: usize,
  a: usize,
  rowStride: usize,
  stepStride: usize,
  panel: usize,
  ldb: usize,
  m: i32,
  k: i32,
  half: usize,
  kind: i32,
  e: usize,
  lde: usize,
): void {
  for (; m > 0; m -= 4) {
    let a0 = a;
    let a1 = a + rowStride;
    let a2 = a + 2 * rowStride;
    let a3 = a + 3 * rowStride;
    let b = panel;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c20 = f32x4.splat(0);
    let c21 = f32x4.splat(0);
    let c30 = f32x4.splat(0);
    let c31 = f32x4.splat(0);
    for (let left = k; left > 0; --left) {
      const b0 = v128.load(b);
      const b1 = v128.load(b + half);
      let x = v128.load32_splat(a0);
      c00 = mul_add(c00, x, b0);
      c01 = mul_add(c01, x, b1);
      x = v128.load32_splat(a1);
      c10 = mul_add(c10, x, b0);
      c11 = mul_add(c11, x, b1);
      x = v128.load32_splat(a2);
      c20 = mul_add(c20, x, b0);
      c21 = mul_add(c21, x, b1);
      x = v128.load32_splat(a3);
      c30 = mul_add(c30, x, b0);
      c31 = mul_add(c31, x, b1);
      a0 += stepStride;
      a1 += stepStride;
      a2 += stepStride;
      a3 += stepStride;
      b += ldb;
    }
    const e1 = e + lde;
    const e2 = e + 2 * lde;
    const e3 = e + 3 * lde;
    c00 = finish(c00, kind, e, 0);
    c01 = finish(c01, kind, e, half);
    c10 = finish(c10, kind, e1, 0);
    c11 = finish(c11, kind, e1, half);
    c20 = finish(c20, kind, e2, 0);
    c21 = finish(c21, kind, e2, half);
    c30 = finish(c30, kind, e3, 0);
    c31 = finish(c31, kind, e3, half);
    store_pair(c, half, c00, c01);
    store_pair(c + ldc, half, c10, c11);
    store_pair(c + 2 * ldc, half, c20, c21);
    store_pair(c + 3 * ldc, half, c30, c31);
    a += 4 * rowStride;
    c += 4 * ldc;
    e += 4 * lde;
  }
}
