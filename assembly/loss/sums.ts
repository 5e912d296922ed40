/** Sums over elements in float64: absolute error, Huber, binary cross-entropy of logits. */
import { at, lanes_below } from '../lanes';
import { log_one_plus, S0, S1, S2, S3 } from '../math/softplus';
import { sum_pairs, upper } from './partial';
import { exponentials } from './softmax';

const L1: i32 = 0;
const HUBER: i32 = 1;
const BINARY: i32 = 2;

/** The lower two terms, in float64. `tail`: log(1 + e^−|o|). */
function terms(kind: i32, o: v128, y: v128, tail: v128, limit: v128): v128 {
  const a = f64x2.promote_low_f32x4(o);
  const b = f64x2.promote_low_f32x4(y);
  if (kind === BINARY) {
    const hinge = f64x2.sub(f64x2.pmax(a, f64x2.splat(0)), f64x2.mul(a, b));
    return f64x2.add(hinge, f64x2.promote_low_f32x4(tail));
  }
  const r = f64x2.abs(f64x2.sub(a, b));
  if (kind === L1) return r;
  const near = f64x2.pmin(r, limit);
  return f64x2.mul(near, f64x2.sub(r, f64x2.mul(near, f64x2.splat(0.5))));
}

/** log(1 + e^−|o|), NaN for an infinite o. */
function decay(at: usize): v128 {
  const o = v128.load(at);
  const e = exponentials(0, 0, at, 0, 1, f32x4.add(o, f32x4.abs(o)));
  const s0 = f32x4.splat(S0);
  const s1 = f32x4.splat(S1);
  return log_one_plus(e, f32x4.splat(2), s0, s1, f32x4.splat(S2), f32x4.splat(S3));
}

function sum(kind: i32, o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32, delta: f64): f64 {
  const limit = f64x2.splat(delta as f32 as f64);
  const end = (n + 3) & ~3;
  let p01 = f64x2.splat(0);
  let p23 = f64x2.splat(0);
  for (let i = 0; i < m; ++i) {
    let tail = f32x4.splat(0);
    // Two columns at a time, an even number of times: the sums change places.
    for (let j = 0; j < end; j += 2) {
      const from = at(o, ldo, i, j);
      if (kind === BINARY) tail = j & 2 ? upper(tail) : decay(from);
      const two = terms(
        kind,
        v128.load64_zero(from),
        v128.load64_zero(at(y, ldy, i, j)),
        tail,
        limit,
      );
      const sum = f64x2.add(p01, v128.and(two, i64x2.extend_low_i32x4_s(lanes_below(n - j))));
      p01 = p23;
      p23 = sum;
    }
  }
  return sum_pairs(p01, p23);
}

export function l1_sum(o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32): f64 {
  return sum(L1, o, ldo, y, ldy, m, n, 0);
}

export function huber_sum(o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32, delta: f64): f64 {
  return sum(HUBER, o, ldo, y, ldy, m, n, delta);
}

export function binary_cross_entropy_sum(
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
): f64 {
  return sum(BINARY, o, ldo, y, ldy, m, n, 0);
}
