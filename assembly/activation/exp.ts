/** eˣ over the whole range of float32, subnormal results included. */
import { at } from '../lanes';
import {
  E2,
  E3,
  E4,
  E5,
  E6,
  EXP_LEAST,
  EXP_MOST,
  growth,
  LN2_HIGH,
  LN2_LOW,
  LOG2E,
  ROUNDER,
} from '../math/exp';
import { hold, nothing } from '../math/hold';

export function exp(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  const least = hold(EXP_LEAST, zero);
  const most = hold(EXP_MOST, zero);
  const log2e = hold(LOG2E, zero);
  const rounder = hold(ROUNDER, zero);
  const high = hold(LN2_HIGH, zero);
  const low = hold(LN2_LOW, zero);
  const e2 = hold(E2, zero);
  const e3 = hold(E3, zero);
  const e4 = hold(E4, zero);
  const e5 = hold(E5, zero);
  const e6 = hold(E6, zero);
  const one = hold(1, zero);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = f32x4.pmin(f32x4.pmax(v128.load(from + j), least), most);
      const shifted = f32x4.add(f32x4.mul(x, log2e), rounder);
      const n = f32x4.sub(shifted, rounder);
      const r = f32x4.sub(x, f32x4.mul(n, high));
      const p = f32x4.add(one, growth(r, f32x4.mul(n, low), e2, e3, e4, e5, e6));
      // 2ⁿ as two factors: n goes from −150 to 128, and the product is rounded once, in the second.
      const k = i32x4.sub(shifted, rounder);
      const half = i32x4.shr_s(k, 1);
      const s1 = i32x4.add(i32x4.shl(half, 23), one);
      const s2 = i32x4.add(i32x4.shl(i32x4.sub(k, half), 23), one);
      v128.store(to + j, f32x4.mul(f32x4.mul(p, s1), s2));
    }
  }
}
