/**
 * Softmax over the rows of a feature-major matrix and its cross-entropy against class indices. The
 * lanes are samples, so that every reduction runs down the rows of a column, in order.
 */
import { at, clear_padding, lanes_below, mul_add } from '../lanes';
import {
  E2,
  E3,
  E4,
  E5,
  E6,
  EXP_LEAST,
  growth,
  LN2_HIGH,
  LN2_LOW,
  LOG2E,
  ROUNDER,
} from '../math/exp';
import { hold, nothing } from '../math/hold';
import { logarithm } from '../math/log';
import { sum_pairs, upper } from './partial';

/** 2⁶⁴ and 2⁻⁶⁴: powers down to 2⁻¹⁵⁰ are made in two factors. */
const UP: f32 = 1.8446744073709552e19;
const DOWN: f32 = 5.421010862427522e-20;

export function softmax(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  if (m <= 0) return;
  const ra = (lda as usize) << 2;
  const rz = (ldz as usize) << 2;
  for (; n > 0; n -= 4, a += 16, z += 16) {
    const sum = exponentials(a, ra, z, rz, m, largest(z, rz, m));
    let to = a;
    for (let i = 0; i < m; ++i, to += ra) v128.store(to, f32x4.div(v128.load(to), sum));
  }
}

export function softmax_cross_entropy_delta(
  d: usize,
  ldd: i32,
  o: usize,
  ldo: i32,
  y: usize,
  m: i32,
  n: i32,
  scale: f64,
): void {
  if (m <= 0) return;
  const rd = (ldd as usize) << 2;
  const ro = (ldo as usize) << 2;
  const factor = f32x4.splat(scale as f32);
  const one = hold(1, nothing(m));
  for (let j = 0; j < n; j += 4) {
    const from = at(o, 0, 0, j);
    let to = at(d, 0, 0, j);
    const label = v128.load(at(y, 0, 0, j));
    const sum = exponentials(to, rd, from, ro, m, largest(from, ro, m));
    let index = f32x4.splat(0);
    for (let i = 0; i < m; ++i, to += rd) {
      const hot = v128.and(f32x4.eq(label, index), one);
      const error = f32x4.sub(f32x4.div(v128.load(to), sum), hot);
      v128.store(to, f32x4.mul(error, factor));
      index = f32x4.add(index, one);
    }
  }
  clear_padding(d, ldd, m, n);
}

export function softmax_cross_entropy_sum(o: usize, ldo: i32, y: usize, m: i32, n: i32): f64 {
  if (m <= 0) return 0;
  const zero = nothing(m);
  const ro = (ldo as usize) << 2;
  let p01 = f64x2.splat(0);
  let p23 = f64x2.splat(0);
  for (; n > 0; n -= 4, o += 16, y += 16) {
    const high = largest(o, ro, m);
    const log = logarithm(exponentials(0, 0, o, ro, m, high), zero);
    const own = logit_of(v128.load(y), o, ro, m);
    const real = lanes_below(n);
    p01 = f64x2.add(p01, v128.and(loss(log, high, own), i64x2.extend_low_i32x4_s(real)));
    p23 = f64x2.add(
      p23,
      v128.and(loss(upper(log), upper(high), upper(own)), i64x2.extend_high_i32x4_s(real)),
    );
  }
  return sum_pairs(p01, p23);
}

/** log + (high − own) of the lower two lanes, in float64. */
function loss(log: v128, high: v128, own: v128): v128 {
  const distance = f64x2.sub(f64x2.promote_low_f32x4(high), f64x2.promote_low_f32x4(own));
  return f64x2.add(f64x2.promote_low_f32x4(log), distance);
}

/** The largest of each column. */
export function largest(z: usize, ldz: usize, m: i32): v128 {
  let high = v128.load(z);
  for (let i = 1; i < m; ++i) {
    z += ldz;
    high = f32x4.pmax(high, v128.load(z));
  }
  return high;
}

/** The logit in the row that the label names, +0 where there is none. */
function logit_of(label: v128, z: usize, ldz: usize, m: i32): v128 {
  const one = f32x4.splat(1);
  let own = f32x4.splat(0);
  let index = f32x4.splat(0);
  for (let i = 0; i < m; ++i, z += ldz) {
    own = v128.bitselect(v128.load(z), own, f32x4.eq(label, index));
    index = f32x4.add(index, one);
  }
  return own;
}

/** Stores e to the power z − high (unless `a` is 0) and returns the sum of each column. */
export function exponentials(a: usize, lda: usize, z: usize, ldz: usize, m: i32, high: v128): v128 {
  const zero = nothing(m);
  const least = hold(EXP_LEAST, zero);
  const log2e = hold(LOG2E, zero);
  const rounder = hold(ROUNDER, zero);
  const ln2_high = hold(LN2_HIGH, zero);
  const ln2_low = hold(LN2_LOW, zero);
  const e2 = hold(E2, zero);
  const e3 = hold(E3, zero);
  const e4 = hold(E4, zero);
  const e5 = hold(E5, zero);
  const e6 = hold(E6, zero);
  const one = hold(1, zero);
  const up = hold(UP, zero);
  const down = hold(DOWN, zero);
  let sum = f32x4.splat(0);
  for (let i = 0; i < m; ++i, z += ldz, a += lda) {
    const x = f32x4.pmax(f32x4.sub(v128.load(z), high), least);
    const shifted = mul_add(rounder, x, log2e);
    const k = f32x4.sub(shifted, rounder);
    const r = f32x4.sub(x, f32x4.mul(k, ln2_high));
    const p = f32x4.add(one, growth(r, f32x4.mul(k, ln2_low), e2, e3, e4, e5, e6));
    const power = i32x4.add(i32x4.shl(shifted, 23), up);
    const e = f32x4.mul(f32x4.mul(p, power), down);
    sum = f32x4.add(sum, e);
    if (a !== 0) v128.store(a, e);
  }
  return sum;
}
