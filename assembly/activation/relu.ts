/** Rectified linear unit, branch-free. NaN and −0 pass through forward. */
import { at } from '../lanes';

/** z < 0 ? +0 : z */
export function relu(z: v128): v128 {
  return f32x4.pmax(z, f32x4.splat(0));
}

/** h <= 0 ? +0 : d */
export function relu_gradient(d: v128, h: v128): v128 {
  return v128.andnot(d, f32x4.le(h, f32x4.splat(0)));
}

export function relu_forward(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) v128.store(to + j, relu(v128.load(from + j)));
  }
}

export function relu_backward(d: usize, ldd: i32, h: usize, ldh: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; ++i) {
    const to = at(d, ldd, i, 0);
    const from = at(h, ldh, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      v128.store(to + j, relu_gradient(v128.load(to + j), v128.load(from + j)));
    }
  }
}
