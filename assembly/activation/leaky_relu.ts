/** The ReLU that leaks: a slope below 0. Branch-free; NaN and −0 pass through forward. */
import { at } from '../lanes';

export function leaky_relu_forward(
  a: usize,
  lda: i32,
  z: usize,
  ldz: i32,
  m: i32,
  n: i32,
  slope: f64,
): void {
  const s = f32x4.splat(slope as f32);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = v128.load(from + j);
      v128.store(to + j, v128.bitselect(f32x4.mul(x, s), x, f32x4.lt(x, f32x4.splat(0))));
    }
  }
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
  const s = f32x4.splat(slope as f32);
  for (let i = 0; i < m; ++i) {
    const to = at(d, ldd, i, 0);
    const from = at(h, ldh, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = v128.load(to + j);
      const below = f32x4.le(v128.load(from + j), f32x4.splat(0));
      v128.store(to + j, v128.bitselect(f32x4.mul(x, s), x, below));
    }
  }
}
