/** The Kullback-Leibler divergence of a softmax from target probabilities, and its gradient. */
import { clear_padding, lanes_below } from '../lanes';
import { nothing } from '../math/hold';
import { logarithm } from '../math/log';
import { sum_pairs, upper } from './partial';
import { exponentials, largest, softmax } from './softmax';

export function kl_divergence_sum(o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32): f64 {
  if (m <= 0) return 0;
  const zero = nothing(m);
  const ro = (ldo as usize) << 2;
  const ry = (ldy as usize) << 2;
  let p01 = f64x2.splat(0);
  let p23 = f64x2.splat(0);
  for (; n > 0; n -= 4, o += 16, y += 16) {
    const high = largest(o, ro, m);
    const log = logarithm(exponentials(0, 0, o, ro, m, high), zero);
    let c01 = f64x2.splat(0);
    let c23 = f64x2.splat(0);
    let from = o;
    let target = y;
    for (let i = 0; i < m; ++i, from += ro, target += ry) {
      const vo = v128.load(from);
      const vy = v128.load(target);
      // 0 · log 0 becomes 0 · 0.
      const ly = v128.andnot(logarithm(vy, zero), f32x4.eq(vy, f32x4.splat(0)));
      c01 = f64x2.add(c01, term(vy, ly, vo, high, log));
      c23 = f64x2.add(c23, term(upper(vy), upper(ly), upper(vo), upper(high), upper(log)));
    }
    const real = lanes_below(n);
    p01 = f64x2.add(p01, v128.and(c01, i64x2.extend_low_i32x4_s(real)));
    p23 = f64x2.add(p23, v128.and(c23, i64x2.extend_high_i32x4_s(real)));
  }
  return sum_pairs(p01, p23);
}

/** y ((ly + log) + (high − o)) of the lower two lanes, in float64. */
function term(y: v128, ly: v128, o: v128, high: v128, log: v128): v128 {
  const distance = f64x2.sub(f64x2.promote_low_f32x4(high), f64x2.promote_low_f32x4(o));
  const logs = f64x2.add(f64x2.promote_low_f32x4(ly), f64x2.promote_low_f32x4(log));
  return f64x2.mul(f64x2.promote_low_f32x4(y), f64x2.add(logs, distance));
}

export function kl_divergence_delta(
  d: usize,
  ldd: i32,
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
  scale: f64,
): void {
  softmax(d, ldd, o, ldo, m, n);
  const rd = (ldd as usize) << 2;
  const ry = (ldy as usize) << 2;
  const factor = f32x4.splat(scale as f32);
  for (let j: usize = 0; j < (n as usize) << 2; j += 16) {
    let sum = f32x4.splat(0);
    let target = y + j;
    for (let i = 0; i < m; ++i, target += ry) sum = f32x4.add(sum, v128.load(target));
    let to = d + j;
    target = y + j;
    for (let i = 0; i < m; ++i, to += rd, target += ry) {
      const error = f32x4.sub(f32x4.mul(v128.load(to), sum), v128.load(target));
      v128.store(to, f32x4.mul(error, factor));
    }
  }
  clear_padding(d, ldd, m, n);
}
