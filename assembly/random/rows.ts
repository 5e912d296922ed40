/**
 * Random words for the elements of a matrix, and what is done with them. Four counters of Philox
 * run side by side, a counter a lane; sixteen words for sixteen columns come of it.
 */
import { at } from '../lanes';
import { hold, nothing } from '../math/hold';
import { logarithm } from '../math/log';
import { C0, C1, C2, C3, C4, C5, C6, C7, polynomial, TAIL, tail } from '../math/quantile';
import { high_halves, high_pairs, low_halves, low_pairs } from '../transpose';
import { M0, M1, ROUNDS, W0, W1 } from './philox';

/** 2⁻³¹ */
const UNIT: f32 = 4.656612873077393e-10;
const SIGN: i32 = 0x80000000;

/** `normal`: dst = src + by · normal quantile of the word; else what dropout says, with `by` the scale. */
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
  const sign = i32x4.splat(SIGN | zero);
  const half = hold(0.5, zero);
  const unit = hold(UNIT, zero);
  const two = hold(2, zero);
  const centre = hold(2.5, zero);
  const five = hold(TAIL, zero);
  const q0 = hold(C0, zero);
  const q1 = hold(C1, zero);
  const q2 = hold(C2, zero);
  const q3 = hold(C3, zero);
  const q4 = hold(C4, zero);
  const q5 = hold(C5, zero);
  const q6 = hold(C6, zero);
  const q7 = hold(C7, zero);
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
          // From the middle, and from the nearer end: each keeps digits that the other has not.
          const middle = f32x4.add(f32x4.convert_i32x4_s(v128.xor(x0, sign)), half);
          const near = v128.xor(x0, i32x4.shr_s(x0, 31));
          const end = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(near), half), unit);
          const w = f32x4.neg(logarithm(f32x4.mul(end, f32x4.sub(two, end)), zero));
          let p = polynomial(f32x4.sub(w, centre), q0, q1, q2, q3, q4, q5, q6, q7);
          const outer = f32x4.ge(w, five);
          if (v128.any_true(outer)) p = v128.bitselect(tail(w, zero), p, outer);
          const moved = f32x4.mul(factor, f32x4.mul(p, f32x4.mul(middle, unit)));
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
  rows(x, ldx, x, ldx, m, n, 0, deviation, first, stride, c1, c2, c3, k0, k1, true);
}
