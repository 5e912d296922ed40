/** The gradients of absolute error, Huber and binary cross-entropy, element by element. */
import { sigmoid_forward } from '../activation/sigmoid';
import { at, clear_padding } from '../lanes';
import { mse_delta } from './mse';

/** Of o − y its sign (limit −1), or itself limited to ±limit; times scale. NaN stays. */
function limited(
  d: usize,
  ldd: i32,
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
  scale: f32,
  limit: f32,
): void {
  const s = f32x4.splat(scale);
  const most = f32x4.splat(limit);
  const least = f32x4.splat(-limit);
  const none = f32x4.splat(0);
  const end = (n as usize) << 2;
  for (let i = 0; i < m; ++i) {
    const pd = at(d, ldd, i, 0);
    const po = at(o, ldo, i, 0);
    const py = at(y, ldy, i, 0);
    for (let j: usize = 0; j < end; j += 16) {
      let r = f32x4.sub(v128.load(po + j), v128.load(py + j));
      if (limit >= 0) {
        r = f32x4.pmin(f32x4.pmax(r, least), most);
      } else {
        // With a limit of −1, these are the signs.
        const sign = v128.bitselect(most, least, f32x4.lt(r, none));
        r = v128.andnot(v128.or(sign, f32x4.ne(r, r)), f32x4.eq(r, none));
      }
      v128.store(pd + j, f32x4.mul(r, s));
    }
  }
  clear_padding(d, ldd, m, n);
}

export function l1_delta(
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
  limited(d, ldd, o, ldo, y, ldy, m, n, scale as f32, -1);
}

export function huber_delta(
  d: usize,
  ldd: i32,
  o: usize,
  ldo: i32,
  y: usize,
  ldy: i32,
  m: i32,
  n: i32,
  scale: f64,
  delta: f64,
): void {
  limited(d, ldd, o, ldo, y, ldy, m, n, scale as f32, delta as f32);
}

export function binary_cross_entropy_delta(
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
  sigmoid_forward(d, ldd, o, ldo, m, n);
  mse_delta(d, ldd, d, ldd, y, ldy, m, n, scale);
}
