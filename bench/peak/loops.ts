/**
 * AssemblyScript. What a core can do at most: products and sums in registers alone, and the tile of
 * the products over operands that lie in the level-1 cache. Each
 * returns the FLOP of `count` rounds.
 */
import { panel_packed } from '../../assembly/gemm/panel';
import { mul_add } from '../../assembly/lanes';

/** Rows of A, and the length of the sum: A and the panel of B take 24 KB. */
const ROWS: i32 = 16;
const DEPTH: i32 = 256;
const A: usize = 1024;
const PANEL: usize = A + 4 * (ROWS as usize) * (DEPTH as usize);
const C: usize = PANEL + 32 * (DEPTH as usize);

/** The tile of every large product. */
export function tile(count: i32): f64 {
  for (let round = 0; round < count; ++round) {
    panel_packed(C, 32, A, 4 * (DEPTH as usize), PANEL, ROWS, DEPTH, 16, 0, 0, 0);
  }
  return (count as f64) * 2 * 8 * (ROWS as f64) * (DEPTH as f64);
}

/** 8 chains c = c · x + x. */
export function chains_8(count: i32): f64 {
  const x = v128.load(A);
  // biome-ignore format: one line
  let c0 = x, c1 = x, c2 = x, c3 = x, c4 = x, c5 = x, c6 = x, c7 = x;
  for (let left = count; left > 0; --left) {
    c0 = mul_add(x, c0, x);
    c1 = mul_add(x, c1, x);
    c2 = mul_add(x, c2, x);
    c3 = mul_add(x, c3, x);
    c4 = mul_add(x, c4, x);
    c5 = mul_add(x, c5, x);
    c6 = mul_add(x, c6, x);
    c7 = mul_add(x, c7, x);
  }
  // biome-ignore format: one line
  v128.store(C, f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(c0, c1), c2), c3), c4), c5), c6), c7));
  return (count as f64) * 64;
}

/** 10 chains c = c · x + x. */
export function chains_10(count: i32): f64 {
  const x = v128.load(A);
  // biome-ignore format: one line
  let c0 = x, c1 = x, c2 = x, c3 = x, c4 = x, c5 = x, c6 = x, c7 = x, c8 = x, c9 = x;
  for (let left = count; left > 0; --left) {
    c0 = mul_add(x, c0, x);
    c1 = mul_add(x, c1, x);
    c2 = mul_add(x, c2, x);
    c3 = mul_add(x, c3, x);
    c4 = mul_add(x, c4, x);
    c5 = mul_add(x, c5, x);
    c6 = mul_add(x, c6, x);
    c7 = mul_add(x, c7, x);
    c8 = mul_add(x, c8, x);
    c9 = mul_add(x, c9, x);
  }
  // biome-ignore format: one line
  v128.store(C, f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(c0, c1), c2), c3), c4), c5), c6), c7), c8), c9));
  return (count as f64) * 80;
}

/** 12 chains c = c · x + x. */
export function chains_12(count: i32): f64 {
  const x = v128.load(A);
  // biome-ignore format: one line
  let c0 = x, c1 = x, c2 = x, c3 = x, c4 = x, c5 = x, c6 = x, c7 = x, c8 = x, c9 = x, c10 = x, c11 = x;
  for (let left = count; left > 0; --left) {
    c0 = mul_add(x, c0, x);
    c1 = mul_add(x, c1, x);
    c2 = mul_add(x, c2, x);
    c3 = mul_add(x, c3, x);
    c4 = mul_add(x, c4, x);
    c5 = mul_add(x, c5, x);
    c6 = mul_add(x, c6, x);
    c7 = mul_add(x, c7, x);
    c8 = mul_add(x, c8, x);
    c9 = mul_add(x, c9, x);
    c10 = mul_add(x, c10, x);
    c11 = mul_add(x, c11, x);
  }
  // biome-ignore format: one line
  v128.store(C, f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(c0, c1), c2), c3), c4), c5), c6), c7), c8), c9), c10), c11));
  return (count as f64) * 96;
}

/** 14 chains c = c · x + x. */
export function chains_14(count: i32): f64 {
  const x = v128.load(A);
  // biome-ignore format: one line
  let c0 = x, c1 = x, c2 = x, c3 = x, c4 = x, c5 = x, c6 = x, c7 = x, c8 = x, c9 = x, c10 = x, c11 = x, c12 = x, c13 = x;
  for (let left = count; left > 0; --left) {
    c0 = mul_add(x, c0, x);
    c1 = mul_add(x, c1, x);
    c2 = mul_add(x, c2, x);
    c3 = mul_add(x, c3, x);
    c4 = mul_add(x, c4, x);
    c5 = mul_add(x, c5, x);
    c6 = mul_add(x, c6, x);
    c7 = mul_add(x, c7, x);
    c8 = mul_add(x, c8, x);
    c9 = mul_add(x, c9, x);
    c10 = mul_add(x, c10, x);
    c11 = mul_add(x, c11, x);
    c12 = mul_add(x, c12, x);
    c13 = mul_add(x, c13, x);
  }
  // biome-ignore format: one line
  v128.store(C, f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(f32x4.add(c0, c1), c2), c3), c4), c5), c6), c7), c8), c9), c10), c11), c12), c13));
  return (count as f64) * 112;
}
