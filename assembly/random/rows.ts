/**
 * Random words for the elements of a matrix, and what is done with them. Four counters of Philox
 * run side by side, a counter a lane; sixteen words for sixteen columns come of it.
 */
import { at } from '../lanes';
import { nothing } from '../math/hold';
import { normal_quantile } from '../math/quantile';
import { high_halves, high_pairs, low_halves, low_pairs } from '../transpose';
import { M0, M1, ROUNDS, W0, W1 } from './philox';

/** `normal`: dst = src + by · normal quantile of the word; else what dropout says, with `by` the scale
 * and a threshold, which the former does not read. */
function rows(
  dst: usize,
  ldd: i32,
  src: usize,
  lds: i32,
  m: i32,
  n: i32,
  threshold: u32,
  by: f64,
  first: u32,
  stride: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
  normal: bool,
): void {
  const zero = nothing(m);
  const m0 = i32x4.splat(M0 | zero);
  const m1 = i32x4.splat(M1 | zero);
  const w0 = i32x4.splat(W0 | zero);
  const w1 = i32x4.splat(W1 | zero);
  const factor = f32x4.splat(by as f32);
  const limit = i32x4.splat(threshold);
  for (let i = 0; i < m; ++i) {
    let to = at(dst, ldd, i, 0);
    let from = at(src, lds, i, 0);
    let number = i32x4.add(i32x4.splat(first + i * stride), i32x4(0, 4, 8, 12));
    for (let left = n; left > 0; ) {
      let x0 = i32x4.shr_u(number, 2);
      number = i32x4.add(number, i32x4.splat(16));
      let x1 = i32x4.splat(c1);
      let x2 = i32x4.splat(c2);
      let x3 = i32x4.splat(c3);
      let key0 = i32x4.splat(k0);
      let key1 = i32x4.splat(k1);
      let rounds = ROUNDS;
      do {
        const a = i64x2.extmul_low_i32x4_u(x0, m0);
        const b = i64x2.extmul_high_i32x4_u(x0, m0);
        const c = i64x2.extmul_low_i32x4_u(x2, m1);
        const d = i64x2.extmul_high_i32x4_u(x2, m1);
        x0 = v128.xor(i32x4.shuffle(c, d, 1, 3, 5, 7), v128.xor(x1, key0));
        x1 = i32x4.shuffle(c, d, 0, 2, 4, 6);
        x2 = v128.xor(i32x4.shuffle(a, b, 1, 3, 5, 7), v128.xor(x3, key1));
        x3 = i32x4.shuffle(a, b, 0, 2, 4, 6);
        key0 = i32x4.add(key0, w0);
        key1 = i32x4.add(key1, w1);
      } while (--rounds > 0);
      const a = low_pairs(x0, x1);
      const b = low_pairs(x2, x3);
      const c = high_pairs(x0, x1);
      const d = high_pairs(x2, x3);
      x0 = low_halves(a, b);
      x1 = high_halves(a, b);
      x2 = low_halves(c, d);
      x3 = high_halves(c, d);
      let vectors = 4;
      if (normal) {
        do {
          const moved = f32x4.mul(factor, normal_quantile(x0, zero));
          v128.store(to, f32x4.add(v128.load(from), moved));
          x0 = x1;
          x1 = x2;
          x2 = x3;
          to += 16;
          from += 16;
          left -= 4;
        } while (--vectors > 0 && left > 0);
      } else {
        do {
          const dropped = i32x4.lt_u(x0, limit);
          v128.store(to, v128.andnot(f32x4.mul(v128.load(from), factor), dropped));
          x0 = x1;
          x1 = x2;
          x2 = x3;
          to += 16;
          from += 16;
          left -= 4;
        } while (--vectors > 0 && left > 0);
      }
    }
  }
}

export function dropout(
  dst: usize,
  ldd: i32,
  src: usize,
  lds: i32,
  m: i32,
  n: i32,
  threshold: u32,
  scale: f64,
  first: u32,
  stride: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
): void {
  rows(dst, ldd, src, lds, m, n, threshold, scale, first, stride, c1, c2, c3, k0, k1, false);
}

export function noise_add(
  x: usize,
  ldx: i32,
  m: i32,
  n: i32,
  deviation: f64,
  first: u32,
  stride: u32,
  c1: u32,
  c2: u32,
  c3: u32,
  k0: u32,
  k1: u32,
): void {
  rows(x, ldx, x, ldx, m, n, first, deviation, first, stride, c1, c2, c3, k0, k1, true);
}
