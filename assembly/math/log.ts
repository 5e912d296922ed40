/**
 * The natural logarithm on four lanes: x = 2ᵉ (1 + f) with 2/3 ≤ 1 + f < 4/3, and
 * log(1 + f) = f − f²/2 + f³ (L3 + L4 f + … + L10 f⁷) within 2⁻²⁷. The two large terms are added
 * with what their sums lose.
 */
import { mul_add } from '../lanes';
import { LN2_HIGH, LN2_LOW } from './exp';
import { hold } from './hold';

/** The bits of 2/3. */
export const ORIGIN: i32 = 0x3f2aaaab;
export const MANTISSA: i32 = 0x7fffff;
/** The least normal number; those below it are scaled by 2²⁴. */
const NORMAL: f32 = 1.1754944e-38;
export const L3: f32 = 0.33333215;
export const L4: f32 = -0.24999806;
export const L5: f32 = 0.20010427;
export const L6: f32 = -0.16680196;
export const L7: f32 = 0.14005734;
export const L8: f32 = -0.12187478;
export const L9: f32 = 0.13984594;
export const L10: f32 = -0.12880054;

/** log x. `zero`: from `nothing`, before the loop. */
export function logarithm(x: v128, zero: i32): v128 {
  const subnormal = f32x4.lt(x, hold(NORMAL, zero));
  const normal = v128.bitselect(f32x4.mul(x, hold(16777216, zero)), x, subnormal);
  const y = normal_logarithm(normal, v128.and(subnormal, hold(24, zero)), zero);
  return special(y, x, zero);
}

/** log x − `less` · ln 2. */
function normal_logarithm(x: v128, less: v128, zero: i32): v128 {
  const origin = i32x4.splat(ORIGIN | zero);
  const bits = i32x4.sub(x, origin);
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(MANTISSA | zero)), origin);
  const e = f32x4.sub(f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23)), less);
  const f = f32x4.sub(mantissa, hold(1, zero));
  const square = f32x4.mul(f, f);
  const p3 = mul_add(hold(L3, zero), hold(L4, zero), f);
  const p5 = mul_add(hold(L5, zero), hold(L6, zero), f);
  const p7 = mul_add(hold(L7, zero), hold(L8, zero), f);
  const p9 = mul_add(hold(L9, zero), hold(L10, zero), f);
  const fourth = f32x4.mul(square, square);
  const p = mul_add(mul_add(p3, p5, square), mul_add(p7, p9, square), fourth);
  const whole = f32x4.mul(e, hold(LN2_HIGH, zero));
  const sum = f32x4.add(whole, f);
  const lost = f32x4.sub(f, f32x4.sub(sum, whole));
  const half = f32x4.mul(square, hold(0.5, zero));
  const total = f32x4.sub(sum, half);
  const lost_too = f32x4.sub(f32x4.sub(sum, total), half);
  let rest = mul_add(lost, e, hold(LN2_LOW, zero));
  rest = mul_add(rest, f32x4.mul(square, f), p);
  return f32x4.add(total, f32x4.add(lost_too, rest));
}

/** −∞ at 0, NaN below, and x itself where it is +∞ or NaN. */
function special(y: v128, x: v128, zero: i32): v128 {
  const infinity = hold(Infinity, zero);
  const none = f32x4.splat(0);
  y = v128.bitselect(y, x, f32x4.lt(x, infinity));
  y = v128.bitselect(hold(-Infinity, zero), y, f32x4.eq(x, none));
  return v128.or(y, f32x4.lt(x, none));
}
