/**
 * The exponential on four lanes, by x = n · ln 2 + r with |r| ≤ ln 2 / 2 and a polynomial of degree
 * six in r. Callers hold the constants in locals: a splat inside a loop costs three instructions
 * each time round. The bits of `EXP_*` are those of src/kernels/reference/transcendental.ts.
 */
import { mul_add } from '../lanes';

/** 1 / ln 2, and ln 2 as a sum whose first part has 12 bits, so that n times it is exact. */
export const LOG2E: f32 = 1.4426950216293335;
export const LN2_HIGH: f32 = 0.693115234375;
export const LN2_LOW: f32 = 3.1946183e-5;
/** 1.5 · 2²³: added, it leaves the nearest integer in the low bits. */
export const ROUNDER: f32 = 12582912;

/** Beyond these the result is 0 or infinite. */
export const EXP_LEAST: f32 = -104;
export const EXP_MOST: f32 = 89;

/** eʳ = 1 + r + r² (E2 + E3 r + … + E6 r⁴), |r| ≤ 0.3477, within 2⁻²⁸. */
export const E2: f32 = 0.49999994;
export const E3: f32 = 0.1666652;
export const E4: f32 = 0.041668262;
export const E5: f32 = 0.008368862;
export const E6: f32 = 0.0013821485;

/**
 * eʳ − 1 with r = high − low, of which low is small: the linear term takes both as they are, and
 * loses nothing to the rounding of their difference. The polynomial goes in pairs of terms: the
 * chain of operations, not their number, is what takes time.
 */
export function growth(
  high: v128,
  low: v128,
  e2: v128,
  e3: v128,
  e4: v128,
  e5: v128,
  e6: v128,
): v128 {
  const r = f32x4.sub(high, low);
  const square = f32x4.mul(r, r);
  const upper = mul_add(mul_add(e4, e5, r), e6, square);
  const q = mul_add(mul_add(e2, e3, r), square, upper);
  return f32x4.add(high, f32x4.sub(f32x4.mul(square, q), low));
}
