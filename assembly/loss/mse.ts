/** Squared error: its sum over the real elements, and its gradient. */
import { at, clear_padding, lanes_below } from '../lanes';
import { row_sum } from '../reduce/row_sum';
import { sum_pairs, upper } from './partial';

/** (o − y)² of the lower two floats, in float64. */
function square(o: v128, y: v128): v128 {
  const d = f64x2.sub(f64x2.promote_low_f32x4(o), f64x2.promote_low_f32x4(y));
  return f64x2.mul(d, d);
}

export function mse_sum(o: usize, ldo: i32, y: usize, ldy: i32, m: i32, n: i32): f64 {
  const tail = lanes_below(n & 3);
  const end = ((n & ~3) as usize) << 2;
  let p01 = f64x2.splat(0);
  let p23 = f64x2.splat(0);
  for (let i = 0; i < m; ++i) {
    const po = at(o, ldo, i, 0);
    const py = at(y, ldy, i, 0);
    for (let j: usize = 0; j < end; j += 16) {
      const vo = v128.load(po + j);
      const vy = v128.load(py + j);
      p01 = f64x2.add(p01, square(vo, vy));
      p23 = f64x2.add(p23, square(upper(vo), upper(vy)));
    }
    if ((n & 3) !== 0) {
      // Both operands masked: the padding contributes (0 − 0)² = +0.
      const vo = v128.and(v128.load(po + end), tail);
      const vy = v128.and(v128.load(py + end), tail);
      p01 = f64x2.add(p01, square(vo, vy));
      p23 = f64x2.add(p23, square(upper(vo), upper(vy)));
    }
  }
  return sum_pairs(p01, p23);
}

export function mse_delta(
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
  const s = f32x4.splat(scale as f32);
  const end = (n as usize) << 2;
  for (let i = 0; i < m; ++i) {
    const pd = at(d, ldd, i, 0);
    const po = at(o, ldo, i, 0);
    const py = at(y, ldy, i, 0);
    for (let j: usize = 0; j < end; j += 16) {
      v128.store(pd + j, f32x4.mul(f32x4.sub(v128.load(po + j), v128.load(py + j)), s));
    }
  }
  clear_padding(d, ldd, m, n);
}

export function mse_delta_row_sum(
  d: usize,
  ldd: i32,
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
  scale: f64,
  sum: usize,
): void {
  mse_delta(d, ldd, o, ldo, y, ldy, m, n, scale);
  row_sum(sum, d, ldd, m, n);
}
