/**
 * The tile of a last panel: 2 rows × 12 columns, where panels of eight would leave four columns
 * over, which fill only half of the ordinary tile.
 */
import { mul_add } from '../lanes';
import { finish } from './epilogue';

/**
 * C (m × 12) = A (m × k) · packed B (k × 12). A's rows are `row` bytes apart within a quad of four,
 * quads `quad` bytes, its steps of k `step` bytes.
 */
export function panel_wide(
  c: usize,
  ldc: usize,
  a: usize,
  row: usize,
  quad: usize,
  step: usize,
  panel: usize,
  m: i32,
  k: i32,
  kind: i32,
  e: usize,
  lde: usize,
): void {
  let next: usize = 2 * row;
  for (; m > 0; m -= 2) {
    const i1 = min(1, m - 1) as usize;
    let a0 = a;
    let a1 = a + i1 * row;
    let b = panel;
    let c00 = f32x4.splat(0);
    let c01 = f32x4.splat(0);
    let c02 = f32x4.splat(0);
    let c10 = f32x4.splat(0);
    let c11 = f32x4.splat(0);
    let c12 = f32x4.splat(0);
    let left = k;
    // biome-ignore format: operands, then one line of sums for each column
    while (true) {
      let b0 = v128.load(b), b1 = v128.load(b, 16), b2 = v128.load(b, 32);
      let x0 = v128.load32_splat(a0), x1 = v128.load32_splat(a1);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1);
      c02 = mul_add(c02, x0, b2); c12 = mul_add(c12, x1, b2);
      if (left === 1) break;
      b0 = v128.load(b, 48); b1 = v128.load(b, 64); b2 = v128.load(b, 80);
      a0 += step; a1 += step;
      x0 = v128.load32_splat(a0); x1 = v128.load32_splat(a1);
      c00 = mul_add(c00, x0, b0); c10 = mul_add(c10, x1, b0);
      c01 = mul_add(c01, x0, b1); c11 = mul_add(c11, x1, b1);
      c02 = mul_add(c02, x0, b2); c12 = mul_add(c12, x1, b2);
      left -= 2;
      if (left === 0) break;
      a0 += step; a1 += step; b += 96;
    }
    const e1 = e + i1 * lde;
    c00 = finish(c00, kind, e, 0);
    c01 = finish(c01, kind, e, 16);
    c02 = finish(c02, kind, e, 32);
    c10 = finish(c10, kind, e1, 0);
    c11 = finish(c11, kind, e1, 16);
    c12 = finish(c12, kind, e1, 32);
    const c1 = c + i1 * ldc;
    v128.store(c, c00);
    v128.store(c, c01, 16);
    v128.store(c, c02, 32);
    v128.store(c1, c10);
    v128.store(c1, c11, 16);
    v128.store(c1, c12, 32);
    a += next;
    next = quad - next;
    c += 2 * ldc;
    e += 2 * lde;
  }
}
