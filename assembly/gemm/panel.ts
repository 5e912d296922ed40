/**
 * The tile: 4 rows × 8 columns in eight accumulators, and the panel of such tiles, one above the
 * other. Strides are bytes. `half` is the distance of a tile's second vector of columns: 16, or
 * 0 where only four columns are left (both vectors are then the same four). Missing rows are the
 * last row again, so one tile serves every remainder: equal values are stored twice.
 */
import { mul_add } from '../lanes';
import { finish_layer } from './epilogue';

/** C (m × 8) = A (m × k, a row contiguous) · packed B (k × 8). */
export function panel_packed(
  c: usize,
  ldc: usize,
  a: usize,
  lda: usize,
  panel: usize,
  m: i32,
  k: i32,
  half: usize,
  kind: i32,
  e: usize,
  lde: usize,
): void {
  for (; m > 0; m -= 4) {
    const i1 = min(1, m - 1) as usize;
    const i2 = min(2, m - 1) as usize;
    const i3 = min(3, m - 1) as usize;
    let a0 = a;
    let a1 = a + i1 * lda;
    let a2 = a + i2 * lda;
    let a3 = a + i3 * lda;
    let b = panel;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c20 = f32x4.splat(0);
    let c21 = f32x4.splat(0);
    let c30 = f32x4.splat(0);
    let c31 = f32x4.splat(0);
    let left = k;
    // Four steps of k with an exit between any two. V8 hoists all loads of a basic block: without
    // the exits four steps' operands would be live at once and spill.
    // biome-ignore format: operands, then one line of sums for each column
    while (true) {
      let b0 = v128.load(b), b1 = v128.load(b, 16);
      let x0 = v128.load32_splat(a0), x1 = v128.load32_splat(a1);
      let x2 = v128.load32_splat(a2), x3 = v128.load32_splat(a3);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 1) break;
      b0 = v128.load(b, 32); b1 = v128.load(b, 48);
      x0 = v128.load32_splat(a0, 4); x1 = v128.load32_splat(a1, 4);
      x2 = v128.load32_splat(a2, 4); x3 = v128.load32_splat(a3, 4);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 2) break;
      b0 = v128.load(b, 64); b1 = v128.load(b, 80);
      x0 = v128.load32_splat(a0, 8); x1 = v128.load32_splat(a1, 8);
      x2 = v128.load32_splat(a2, 8); x3 = v128.load32_splat(a3, 8);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 3) break;
      b0 = v128.load(b, 96); b1 = v128.load(b, 112);
      x0 = v128.load32_splat(a0, 12); x1 = v128.load32_splat(a1, 12);
      x2 = v128.load32_splat(a2, 12); x3 = v128.load32_splat(a3, 12);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      left -= 4;
      if (left === 0) break;
      a0 += 16; a1 += 16; a2 += 16; a3 += 16; b += 128;
    }
    const e1 = e + i1 * lde;
    const e2 = e + i2 * lde;
    const e3 = e + i3 * lde;
    c00 = finish_layer(c00, kind, e);
    c01 = finish_layer(c01, kind, e);
    c10 = finish_layer(c10, kind, e1);
    c11 = finish_layer(c11, kind, e1);
    c20 = finish_layer(c20, kind, e2);
    c21 = finish_layer(c21, kind, e2);
    c30 = finish_layer(c30, kind, e3);
    c31 = finish_layer(c31, kind, e3);
    store_pair(c, half, c00, c01);
    store_pair(c + i1 * ldc, half, c10, c11);
    store_pair(c + i2 * ldc, half, c20, c21);
    store_pair(c + i3 * ldc, half, c30, c31);
    a += 4 * lda;
    c += 4 * ldc;
    e += 4 * lde;
  }
}

export function store_pair(c: usize, half: usize, x: v128, y: v128): void {
  v128.store(c, x);
  v128.store(c + half, y);
}
