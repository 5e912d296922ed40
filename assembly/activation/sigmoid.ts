/** 1 / (1 + e⁻ˣ), without a branch and without cancellation at either end. */
import { at, mul_add } from '../lanes';
import { E2, E3, E4, E5, E6, LN2_HIGH, LN2_LOW, LOG2E, ROUNDER } from '../math/exp';
import { hold, nothing } from '../math/hold';

/** Beyond these the result is 0 or 1. */
const LEAST: f32 = -104;
const MOST: f32 = 18;
/** 2⁻³²: numerator and denominator are scaled by it, so that e¹⁰⁴ fits in a float. */
const ONE: f32 = 2.3283064e-10;

export function sigmoid_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  const least = hold(LEAST, zero);
  const most = hold(MOST, zero);
  const log2e = hold(-LOG2E, zero);
  const rounder = hold(ROUNDER, zero);
  const high = hold(LN2_HIGH, zero);
  const low = hold(LN2_LOW, zero);
  const e2 = hold(E2, zero);
  const e3 = hold(-E3, zero);
  const e4 = hold(E4, zero);
  const e5 = hold(-E5, zero);
  const e6 = hold(E6, zero);
  const one = hold(ONE, zero);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = f32x4.pmin(f32x4.pmax(v128.load(from + j), least), most);
      const shifted = f32x4.add(f32x4.mul(x, log2e), rounder);
      const k = f32x4.sub(shifted, rounder);
      // e⁻ˣ = 2ᵏ e⁻ʳ; the signs of r are in the coefficients.
      const above = f32x4.add(x, f32x4.mul(k, high));
      const below = f32x4.mul(k, low);
      const r = f32x4.add(above, below);
      const square = f32x4.mul(r, r);
      const upper = mul_add(mul_add(e4, e5, r), e6, square);
      const q = mul_add(mul_add(e2, e3, r), square, upper);
      const growth = f32x4.sub(f32x4.sub(f32x4.mul(square, q), below), above);
      const scale = i32x4.add(i32x4.shl(shifted, 23), one);
      // (1 + 2ᵏ) + 2ᵏ (e⁻ʳ − 1), with what is lost of the 1 beyond 2²³.
      const sum = f32x4.add(one, scale);
      const lost = f32x4.sub(one, f32x4.sub(sum, scale));
      const divisor = f32x4.add(sum, f32x4.add(f32x4.mul(scale, growth), lost));
      v128.store(to + j, f32x4.div(one, divisor));
    }
  }
}

/** (d · h) · (1 − h) */
export function sigmoid_gradient(d: v128, h: v128): v128 {
  return f32x4.mul(f32x4.mul(d, h), f32x4.sub(f32x4.splat(1), h));
}

export function sigmoid_backward(d: usize, ldd: i32, h: usize, ldh: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; ++i) {
    const to = at(d, ldd, i, 0);
    const from = at(h, ldh, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      v128.store(to + j, sigmoid_gradient(v128.load(to + j), v128.load(from + j)));
    }
  }
}
