/** The ReLU that leaks: a slope below 0. Branch-free; NaN and −0 pass through forward. */
import { at } from '../lanes';

/** a = h <= 0 ? x · slope : x. Forward h is x itself: a product with ±0 is that zero. */
function leak(
  a: usize,
  lda: i32,
  x: usize,
  ldx: i32,
  h: usize,
  ldh: i32,
  m: i32,
  n: i32,
  slope: f64,
): void {
  const s = f32x4.splat(slope as f32);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(x, ldx, i, 0);
    const by = at(h, ldh, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const v = v128.load(from + j);
      const below = f32x4.le(v128.load(by + j), f32x4.splat(0));
      v128.store(to + j, v128.bitselect(f32x4.mul(v, s), v, below));
    }
  }
}

export function leaky_relu_forward(
  a: usize,
  lda: i32,
  z: usize,
  ldz: i32,
  m: i32,
  n: i32,
  slope: f64,
): void {
  leak(a, lda, z, ldz, z, ldz, m, n, slope);
}

export function leaky_relu_backward(
  d: usize,
  ldd: i32,
  h: usize,
  ldh: i32,
  m: i32,
  n: i32,
  slope: f64,
): void {
  leak(d, ldd, d, ldd, h, ldh, m, n, slope);
}
