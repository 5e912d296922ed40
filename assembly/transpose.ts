/** A 4 × 4 block, transposed by two rounds of two-operand shuffles. */

export function low_pairs(x: v128, y: v128): v128 {
  return i32x4.shuffle(x, y, 0, 4, 1, 5);
}

export function high_pairs(x: v128, y: v128): v128 {
  return i32x4.shuffle(x, y, 2, 6, 3, 7);
}

export function low_halves(x: v128, y: v128): v128 {
  return i64x2.shuffle(x, y, 0, 2);
}

export function high_halves(x: v128, y: v128): v128 {
  return i64x2.shuffle(x, y, 1, 3);
}

/** Stores the transpose of the rows r0 … r3 as four rows, `stride` bytes apart. */
export function store_transposed(
  dst: usize,
  stride: usize,
  r0: v128,
  r1: v128,
  r2: v128,
  r3: v128,
): void {
  const a = low_pairs(r0, r1);
  const b = low_pairs(r2, r3);
  const c = high_pairs(r0, r1);
  const d = high_pairs(r2, r3);
  v128.store(dst, low_halves(a, b));
  v128.store(dst + stride, high_halves(a, b));
  v128.store(dst + 2 * stride, low_halves(c, d));
  v128.store(dst + 3 * stride, high_halves(c, d));
}
