/** Penalties, added to a gradient: a multiple of the parameters, or of their signs. */
import { sgd_update } from './sgd';

/** a + factor · b is a − (−factor) · b, bit by bit. */
export function add_scaled(a: usize, b: usize, count: i32, factor: f64): void {
  sgd_update(a, b, count, -factor);
}

export function add_sign(a: usize, b: usize, count: i32, factor: f64): void {
  const up = factor as f32;
  const step = f32x4.splat(up);
  const zero = f32x4.splat(0);
  for (; count >= 4; count -= 4, a += 16, b += 16) {
    const x = v128.load(b);
    const above = v128.and(f32x4.gt(x, zero), step);
    const below = v128.and(f32x4.lt(x, zero), step);
    // All ones are a NaN.
    const signed = v128.or(f32x4.sub(above, below), f32x4.ne(x, x));
    v128.store(a, f32x4.add(v128.load(a), signed));
  }
  for (; count > 0; --count, a += 4, b += 4) {
    const x = f32.load(b);
    f32.store(a, f32.load(a) + (x > 0 ? up : x < 0 ? -up : x - x));
  }
}
