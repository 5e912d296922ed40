/** What is counted beside a loss: samples and elements that are classified rightly. */
import { at, lanes_below } from '../lanes';

export function class_hits(o: usize, ldo: i32, y: usize, m: i32, n: i32): i32 {
  if (m <= 0) return 0;
  let hits = 0;
  for (; n > 0; n -= 4, o += 16, y += 16) {
    hits += count(f32x4.eq(largest(o, ldo, m), v128.load(y)), n);
  }
  return hits;
}

export function argmax_hits(o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32): i32 {
  if (m <= 0) return 0;
  let hits = 0;
  for (; n > 0; n -= 4, o += 16, y += 16) {
    hits += count(f32x4.eq(largest(o, ldo, m), largest(y, ldy, m)), n);
  }
  return hits;
}

/** The rows of the largest of m ≥ 1 elements, the first of equals, in four columns. */
function largest(from: usize, ld: i32, m: i32): v128 {
  const row = (ld as usize) << 2;
  const one = f32x4.splat(1);
  let high = v128.load(from);
  let best = f32x4.splat(0);
  let index = one;
  for (let i = 1; i < m; ++i) {
    from += row;
    const x = v128.load(from);
    const more = f32x4.lt(high, x);
    high = v128.bitselect(x, high, more);
    best = v128.bitselect(index, best, more);
    index = f32x4.add(index, one);
  }
  return best;
}

export function threshold_hits(
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
  threshold: f64,
): i32 {
  const limit = f32x4.splat(threshold as f32);
  const half = f32x4.splat(0.5);
  let hits = 0;
  for (let i = 0; i < m; ++i) {
    for (let j = 0; j < n; j += 4) {
      const above = f32x4.gt(v128.load(at(o, ldo, i, j)), limit);
      const wanted = f32x4.gt(v128.load(at(y, ldy, i, j)), half);
      hits += count(i32x4.eq(above, wanted), n - j);
    }
  }
  return hits;
}

/** The lanes of the first `n` that are set. */
function count(mask: v128, n: i32): i32 {
  return popcnt(i32x4.bitmask(v128.and(mask, lanes_below(n))));
}
