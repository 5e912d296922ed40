/** One sum per row: the gradient of a bias over the samples of a minibatch. */
import { at, lanes_below, sum_lanes } from '../lanes';

export function row_sum(dst: usize, a: usize, lda: i32, m: i32, n: i32): void {
  if (n <= 0) return;
  const whole = n & ~3;
  const tail = lanes_below(n & 3);
  for (let i = 0; i < m; ++i) {
    let p = at(a, lda, i, 0);
    const end = at(a, lda, i, whole);
    let sum = f32x4.splat(0);
    for (; p < end; p += 16) sum = f32x4.add(sum, v128.load(p));
    // A partial sum is never −0, so adding the masked +0 changes no bit.
    if (whole < n) sum = f32x4.add(sum, v128.and(v128.load(p), tail));
    f32.store(at(dst, 0, 0, i), sum_lanes(sum));
  }
}
