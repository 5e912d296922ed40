/** The gradient through a softmax: the lanes are samples, the sums run down the rows. */
import { mul_add } from '../lanes';

export function softmax_backward(d: usize, ldd: i32, h: usize, ldh: i32, m: i32, n: i32): void {
  const rd = (ldd as usize) << 2;
  const rh = (ldh as usize) << 2;
  for (; n > 0; n -= 4, d += 16, h += 16) {
    let sum = f32x4.splat(0);
    let to = d;
    let from = h;
    for (let i = 0; i < m; ++i, to += rd, from += rh) {
      sum = mul_add(sum, v128.load(to), v128.load(from));
    }
    to = d;
    from = h;
    for (let i = 0; i < m; ++i, to += rd, from += rh) {
      v128.store(to, f32x4.mul(v128.load(from), f32x4.sub(v128.load(to), sum)));
    }
  }
}
