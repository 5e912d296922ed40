/** Helpers on the four lanes of a vector: addresses, masks, the interleaved sum. */

/** Byte address of element (i, j) of a matrix with `ld` floats a row. */
export function at(base: usize, ld: i32, i: i32, j: i32): usize {
  return base + (((i * ld + j) as usize) << 2);
}

/** All ones in the lanes 0 … n−1, zeros in the others. */
export function lanes_below(n: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(n));
}

export function mul_add(acc: v128, a: v128, b: v128): v128 {
  return f32x4.add(acc, f32x4.mul(a, b));
}

/** (p0 + p1) + (p2 + p3): how every interleaved sum ends. */
export function sum_lanes(p: v128): f32 {
  return (
    f32x4.extract_lane(p, 0) +
    f32x4.extract_lane(p, 1) +
    (f32x4.extract_lane(p, 2) + f32x4.extract_lane(p, 3))
  );
}

/** Sets the columns n … ceil4(n) of every row to +0. */
export function clear_padding(c: usize, ldc: i32, m: i32, n: i32): void {
  const end = (n + 3) & ~3;
  if (end === n) return;
  for (let i = 0; i < m; ++i) {
    for (let j = n; j < end; ++j) f32.store(at(c, ldc, i, j), 0);
  }
}
