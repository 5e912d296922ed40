/**
 * The natural logarithm of every element. The loop repeats `normal_logarithm` of math/log.ts line by
 * line, because a call, or constants made anew, would cost it half its speed.
 */
import { at } from '../lanes';
import { LN2_HIGH, LN2_LOW } from '../math/exp';
import { hold, nothing } from '../math/hold';
import { L3, L4, L5, L6, L7, L8, L9, L10, logarithm, MANTISSA, ORIGIN } from '../math/log';

/** Bits of the least normal number, and the last that counts from there, both moved by 2³¹: one
 * signed comparison tells normal, positive, finite from the rest. */
const LEAST: i32 = 0x80800000;
const LAST: i32 = 0xfeffffff;

export function log(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  const least = i32x4.splat(LEAST | zero);
  const last = i32x4.splat(LAST | zero);
  const origin = i32x4.splat(ORIGIN | zero);
  const mask = i32x4.splat(MANTISSA | zero);
  const one = hold(1, zero);
  const half = hold(0.5, zero);
  const high = hold(LN2_HIGH, zero);
  const low = hold(LN2_LOW, zero);
  const l3 = hold(L3, zero);
  const l4 = hold(L4, zero);
  const l5 = hold(L5, zero);
  const l6 = hold(L6, zero);
  const l7 = hold(L7, zero);
  const l8 = hold(L8, zero);
  const l9 = hold(L9, zero);
  const l10 = hold(L10, zero);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      // Four normal, positive, finite numbers need none of the special values. No call in here: it
      // would cost all constants their registers.
      for (; j < end; j += 16) {
        const x = v128.load(from + j);
        if (v128.any_true(i32x4.gt_s(i32x4.sub(x, least), last))) break;
        const bits = i32x4.sub(x, origin);
        const e = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
        const f = f32x4.sub(i32x4.add(v128.and(bits, mask), origin), one);
        const square = f32x4.mul(f, f);
        const p3 = f32x4.add(l3, f32x4.mul(l4, f));
        const p5 = f32x4.add(l5, f32x4.mul(l6, f));
        const p7 = f32x4.add(l7, f32x4.mul(l8, f));
        const p9 = f32x4.add(l9, f32x4.mul(l10, f));
        const p = f32x4.add(
          f32x4.add(p3, f32x4.mul(p5, square)),
          f32x4.mul(f32x4.add(p7, f32x4.mul(p9, square)), f32x4.mul(square, square)),
        );
        const whole = f32x4.mul(e, high);
        const sum = f32x4.add(whole, f);
        const lost = f32x4.sub(f, f32x4.sub(sum, whole));
        const hs = f32x4.mul(square, half);
        const total = f32x4.sub(sum, hs);
        const lost_too = f32x4.sub(f32x4.sub(sum, total), hs);
        let rest = f32x4.add(lost, f32x4.mul(e, low));
        rest = f32x4.add(rest, f32x4.mul(f32x4.mul(square, f), p));
        v128.store(to + j, f32x4.add(total, f32x4.add(lost_too, rest)));
      }
      if (j < end) v128.store(to + j, logarithm(v128.load(from + j), zero));
    }
  }
}
