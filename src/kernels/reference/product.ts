/**
 * One product for all three forms: the strides say which operand is transposed. A pair of rows is
 * made in tiles of 2 × 4 sequential sums, so that eight chains of rounded additions are in flight.
 */
import { maskUnless, type Views } from './views.js';

/**
 * C (m × n) = A (m × k) · B (k × n), k ≥ 1, in words: A's element (i, s) is at a + i·ai + s·as, B's
 * (s, j) at b + s·bs + j·bj. Where h ≥ 0, the relu gradient at the activations h (m × n; C itself
 * allowed) is applied. Columns n … ceil4(n) of C get unspecified values.
 */
export type Product = (
  c: number,
  ldc: number,
  a: number,
  ai: number,
  as: number,
  b: number,
  bs: number,
  bj: number,
  m: number,
  n: number,
  k: number,
  h: number,
  ldh: number,
) => void;

export function productOver({ f32, i32 }: Views): Product {
  /** Stores four values, masked where h ≥ 0. All masks are read first: C may be h. */
  function store(to: number, c0: number, c1: number, c2: number, c3: number, h: number): void {
    if (h < 0) {
      f32[to] = c0;
      f32[(to + 1) | 0] = c1;
      f32[(to + 2) | 0] = c2;
      f32[(to + 3) | 0] = c3;
      return;
    }
    const m0 = maskUnless(f32[h] <= 0);
    const m1 = maskUnless(f32[(h + 1) | 0] <= 0);
    const m2 = maskUnless(f32[(h + 2) | 0] <= 0);
    const m3 = maskUnless(f32[(h + 3) | 0] <= 0);
    f32[to] = c0;
    f32[(to + 1) | 0] = c1;
    f32[(to + 2) | 0] = c2;
    f32[(to + 3) | 0] = c3;
    i32[to] &= m0;
    i32[(to + 1) | 0] &= m1;
    i32[(to + 2) | 0] &= m2;
    i32[(to + 3) | 0] &= m3;
  }

  /** The tile: rows x and x + second of A against four columns of B, each y + its offset. */
  function tile(
    to: number,
    ldc: number,
    x: number,
    second: number,
    as: number,
    y: number,
    y1: number,
    y2: number,
    y3: number,
    bs: number,
    k: number,
    h: number,
    ldh: number,
  ): void {
    let c00 = 0;
    let c01 = 0;
    let c02 = 0;
    let c03 = 0;
    let c10 = 0;
    let c11 = 0;
    let c12 = 0;
    let c13 = 0;
    for (let left = k | 0; left > 0; left = (left - 1) | 0) {
      const a0 = f32[x];
      const a1 = f32[(x + second) | 0];
      const b0 = f32[y];
      const b1 = f32[(y + y1) | 0];
      const b2 = f32[(y + y2) | 0];
      const b3 = f32[(y + y3) | 0];
      c00 = Math.fround(c00 + Math.fround(a0 * b0));
      c01 = Math.fround(c01 + Math.fround(a0 * b1));
      c02 = Math.fround(c02 + Math.fround(a0 * b2));
      c03 = Math.fround(c03 + Math.fround(a0 * b3));
      c10 = Math.fround(c10 + Math.fround(a1 * b0));
      c11 = Math.fround(c11 + Math.fround(a1 * b1));
      c12 = Math.fround(c12 + Math.fround(a1 * b2));
      c13 = Math.fround(c13 + Math.fround(a1 * b3));
      x = (x + as) | 0;
      y = (y + bs) | 0;
    }
    store(to, c00, c01, c02, c03, h);
    store((to + ldc) | 0, c10, c11, c12, c13, (h + ldh) | 0);
  }

  /** The tile of a last, odd row. */
  function single(
    to: number,
    x: number,
    as: number,
    y: number,
    y1: number,
    y2: number,
    y3: number,
    bs: number,
    k: number,
    h: number,
  ): void {
    let c0 = 0;
    let c1 = 0;
    let c2 = 0;
    let c3 = 0;
    for (let left = k | 0; left > 0; left = (left - 1) | 0) {
      const a = f32[x];
      c0 = Math.fround(c0 + Math.fround(a * f32[y]));
      c1 = Math.fround(c1 + Math.fround(a * f32[(y + y1) | 0]));
      c2 = Math.fround(c2 + Math.fround(a * f32[(y + y2) | 0]));
      c3 = Math.fround(c3 + Math.fround(a * f32[(y + y3) | 0]));
      x = (x + as) | 0;
      y = (y + bs) | 0;
    }
    store(to, c0, c1, c2, c3, h);
  }

  return (c, ldc, a, ai, as, b, bs, bj, m, n, k, h, ldh) => {
    // Rows of a transposed B end at n: beyond it, its last row again.
    const spare = bj === 1 ? 3 : 0;
    const noMask = h < 0;
    for (let i = 0; i < m; i = (i + 2) | 0) {
      const x = (a + i * ai) | 0;
      for (let j = 0; j < n; j = (j + 4) | 0) {
        const last = (n - 1 - j + spare) | 0;
        const y = (b + j * bj) | 0;
        const y1 = last < 1 ? 0 : bj | 0;
        const y2 = last < 2 ? y1 : (2 * bj) | 0;
        const y3 = last < 3 ? y2 : (3 * bj) | 0;
        const to = (c + i * ldc + j) | 0;
        const from = noMask ? -1 : (h + i * ldh + j) | 0;
        const step = noMask ? 0 : ldh;
        if (i + 1 < m) tile(to, ldc, x, ai, as, y, y1, y2, y3, bs, k, from, step);
        else single(to, x, as, y, y1, y2, y3, bs, k, from);
      }
    }
  };
}
