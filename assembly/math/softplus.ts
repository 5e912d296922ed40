/** The tail of the softplus: log(1 + e) for 0 ≤ e ≤ 1, relatively exact for the smallest. */
import { mul_add } from '../lanes';

export const S0: f32 = 0.6666642;
export const S1: f32 = 0.4002144;
export const S2: f32 = 0.28002942;
export const S3: f32 = 0.28007331;

/** With s = e / (2 + e), it is (e − s e) + s³ (S0 + S1 s² + S2 s⁴ + S3 s⁶), within 2⁻²⁷. */
export function log_one_plus(e: v128, two: v128, s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const s = f32x4.div(e, f32x4.add(two, e));
  const square = f32x4.mul(s, s);
  const p = mul_add(mul_add(s0, s1, square), mul_add(s2, s3, square), f32x4.mul(square, square));
  return mul_add(f32x4.sub(e, f32x4.mul(s, e)), f32x4.mul(s, square), p);
}
