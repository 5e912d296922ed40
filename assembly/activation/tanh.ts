/** tanh x: a polynomial where it is below one half, 1 − 2 / (e²ˣ + 1) above. */
import { at, mul_add } from '../lanes';
import { E2, E3, E4, E5, E6, growth, LN2_HIGH, LN2_LOW, LOG2E, ROUNDER } from '../math/exp';
import { hold, nothing } from '../math/hold';

/** Below it the polynomial; from 10 on the result is 1. */
const SMALL: f32 = 0.55;
const MOST: f32 = 10;
/** x + x³ (T1 + T2 x² + … + T5 x⁸), |x| ≤ 0.55, within 2⁻²⁹. */
const T1: f32 = -0.33333316;
const T2: f32 = 0.13332544;
const T3: f32 = -0.053847548;
const T4: f32 = 0.021050714;
const T5: f32 = -0.0062428494;

export function tanh_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  const sign = hold(-0, zero);
  const small = hold(SMALL, zero);
  const most = hold(MOST, zero);
  const log2e = hold(LOG2E, zero);
  const rounder = hold(ROUNDER, zero);
  const high = hold(LN2_HIGH, zero);
  const low = hold(LN2_LOW, zero);
  const e2 = hold(E2, zero);
  const e3 = hold(E3, zero);
  const e4 = hold(E4, zero);
  const e5 = hold(E5, zero);
  const e6 = hold(E6, zero);
  const t1 = hold(T1, zero);
  const t2 = hold(T2, zero);
  const t3 = hold(T3, zero);
  const t4 = hold(T4, zero);
  const t5 = hold(T5, zero);
  const one = hold(1, zero);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = v128.load(from + j);
      const y = v128.andnot(x, sign);
      const most_of = f32x4.pmin(y, most);
      const double = f32x4.add(most_of, most_of);
      const shifted = f32x4.add(f32x4.mul(double, log2e), rounder);
      const k = f32x4.sub(shifted, rounder);
      const r = f32x4.sub(double, f32x4.mul(k, high));
      const g = growth(r, f32x4.mul(k, low), e2, e3, e4, e5, e6);
      const scale = i32x4.add(i32x4.shl(shifted, 23), one);
      const divisor = mul_add(f32x4.add(one, scale), scale, g);
      const large = f32x4.sub(one, f32x4.div(f32x4.add(one, one), divisor));
      const square = f32x4.mul(y, y);
      let p = mul_add(t4, t5, square);
      p = mul_add(t3, p, square);
      p = mul_add(t2, p, square);
      p = mul_add(t1, p, square);
      p = mul_add(y, y, f32x4.mul(square, p));
      const result = v128.bitselect(p, large, f32x4.lt(y, small));
      v128.store(to + j, v128.or(result, v128.and(x, sign)));
    }
  }
}

/** d · (1 − h · h) */
export function tanh_gradient(d: v128, h: v128): v128 {
  return f32x4.mul(d, f32x4.sub(f32x4.splat(1), f32x4.mul(h, h)));
}

export function tanh_backward(d: usize, ldd: i32, h: usize, ldh: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; ++i) {
    const to = at(d, ldd, i, 0);
    const from = at(h, ldh, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      v128.store(to + j, tanh_gradient(v128.load(to + j), v128.load(from + j)));
    }
  }
}
