/**
 * The tile of panel.ts over Aᵀ: the four elements of a step lie side by side, so that nothing is
 * transposed. Rows come in quads, `quad` bytes apart; `step`: bytes from step to step of k. Missing
 * rows are read from the padding of the quad.
 */
import { mul_add } from '../lanes';
import { finish_delta } from './epilogue';
import { store_pair } from './panel';

/** C (m × 8) = quads of A (m × k) · packed B (k × 8). */
export function panel_quads(
  c: usize,
  ldc: usize,
  a: usize,
  quad: usize,
  step: usize,
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
    let p = a;
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
    // biome-ignore format: operands, then one line of sums for each column
    while (true) {
      let b0 = v128.load(b), b1 = v128.load(b, 16);
      let x0 = v128.load32_splat(p), x1 = v128.load32_splat(p, 4);
      let x2 = v128.load32_splat(p, 8), x3 = v128.load32_splat(p, 12);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 1) break;
      p += step;
      b0 = v128.load(b, 32); b1 = v128.load(b, 48);
      x0 = v128.load32_splat(p); x1 = v128.load32_splat(p, 4);
      x2 = v128.load32_splat(p, 8); x3 = v128.load32_splat(p, 12);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 2) break;
      p += step;
      b0 = v128.load(b, 64); b1 = v128.load(b, 80);
      x0 = v128.load32_splat(p); x1 = v128.load32_splat(p, 4);
      x2 = v128.load32_splat(p, 8); x3 = v128.load32_splat(p, 12);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      if (left === 3) break;
      p += step;
      b0 = v128.load(b, 96); b1 = v128.load(b, 112);
      x0 = v128.load32_splat(p); x1 = v128.load32_splat(p, 4);
      x2 = v128.load32_splat(p, 8); x3 = v128.load32_splat(p, 12);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0); c20 = mul_add(c20, x2, b0); c30 = mul_add(c30, x3, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1); c21 = mul_add(c21, x2, b1); c31 = mul_add(c31, x3, b1);
      left -= 4;
      if (left === 0) break;
      p += step; b += 128;
    }
    const e1 = e + i1 * lde;
    const e2 = e + i2 * lde;
    const e3 = e + i3 * lde;
    c00 = finish_delta(c00, kind, e, 0);
    c01 = finish_delta(c01, kind, e, half);
    c10 = finish_delta(c10, kind, e1, 0);
    c11 = finish_delta(c11, kind, e1, half);
    c20 = finish_delta(c20, kind, e2, 0);
    c21 = finish_delta(c21, kind, e2, half);
    c30 = finish_delta(c30, kind, e3, 0);
    c31 = finish_delta(c31, kind, e3, half);
    // Last to first: where a row is missing, what was made in its place is overwritten.
    store_pair(c + i3 * ldc, half, c30, c31);
    store_pair(c + i2 * ldc, half, c20, c21);
    store_pair(c + i1 * ldc, half, c10, c11);
    store_pair(c, half, c00, c01);
    a += quad;
    c += 4 * ldc;
    e += 4 * lde;
  }
}
