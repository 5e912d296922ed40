/**
 * The quantile of the standard normal distribution at (word + ½) / 2³², in the form of Giles,
 * "Approximating the erfinv function" (2010): x p(w) with x = 2u − 1 and w = −log(1 − x²), where p is
 * one polynomial in w − 5/2 below w = 5, and another in √w − 3 from there on. His end at w = 16; these
 * go to 21.5, where the first and the last word are, and have √2 in their coefficients.
 */
import { mul_add } from '../lanes';
import { hold } from './hold';
import { logarithm } from './log';

/** 2⁻³¹ */
const UNIT: f32 = 4.656612873077393e-10;
/** Where −w leaves the one polynomial for the other. */
const TAIL: f32 = -5;
const C0: f32 = 2.1233132;
const C1: f32 = 0.34880364;
const C2: f32 = -0.005906122;
const C3: f32 = -0.0017743168;
const C4: f32 = 0.00030735956;
const C5: f32 = -5.790091e-6;
const C6: f32 = -4.505521e-6;
const C7: f32 = 4.463748e-7;
const T0: f32 = 4.006435;
const T1: f32 = 1.416595;
const T2: f32 = 0.013338;
const T3: f32 = -0.010934644;
const T4: f32 = 0.0081971;
const T5: f32 = -0.004750771;
const T6: f32 = 0.0016354896;
const T7: f32 = -0.00023859166;

/** p0 + p1 v + … + p7 v⁷, in pairs of terms. */
function polynomial(
  v: v128,
  p0: v128,
  p1: v128,
  p2: v128,
  p3: v128,
  p4: v128,
  p5: v128,
  p6: v128,
  p7: v128,
): v128 {
  const square = f32x4.mul(v, v);
  const lower = mul_add(mul_add(p0, p1, v), mul_add(p2, p3, v), square);
  const upper = mul_add(mul_add(p4, p5, v), mul_add(p6, p7, v), square);
  return mul_add(lower, upper, f32x4.mul(square, square));
}

/** p(w) for w < 5. `log`: −w; `zero`: from `nothing`. */
function centre(log: v128, zero: i32): v128 {
  return polynomial(
    f32x4.sub(hold(-2.5, zero), log),
    hold(C0, zero),
    hold(C1, zero),
    hold(C2, zero),
    hold(C3, zero),
    hold(C4, zero),
    hold(C5, zero),
    hold(C6, zero),
    hold(C7, zero),
  );
}

/** p(w) for w ≥ 5. */
function tail(log: v128, zero: i32): v128 {
  return polynomial(
    f32x4.sub(f32x4.sqrt(f32x4.neg(log)), hold(3, zero)),
    hold(T0, zero),
    hold(T1, zero),
    hold(T2, zero),
    hold(T3, zero),
    hold(T4, zero),
    hold(T5, zero),
    hold(T6, zero),
    hold(T7, zero),
  );
}

/** `zero`: from `nothing`. */
export function normal_quantile(word: v128, zero: i32): v128 {
  const half = hold(0.5, zero);
  const unit = hold(UNIT, zero);
  // From the middle, and from the nearer end: each keeps digits that the other has not.
  const middle = f32x4.convert_i32x4_s(v128.xor(word, i32x4.splat(0x80000000 | zero)));
  const x = f32x4.mul(f32x4.add(middle, half), unit);
  const end = f32x4.convert_i32x4_s(v128.xor(word, i32x4.shr_s(word, 31)));
  const q = f32x4.mul(f32x4.add(end, half), unit);
  // −w
  const log = logarithm(f32x4.mul(q, f32x4.sub(hold(2, zero), q)), zero);
  const outer = f32x4.le(log, hold(TAIL, zero));
  let p = centre(log, zero);
  if (v128.any_true(outer)) p = v128.bitselect(tail(log, zero), p, outer);
  return f32x4.mul(p, x);
}
