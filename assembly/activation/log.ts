/** The natural logarithm of every element. */
import { at } from '../lanes';
import { nothing } from '../math/hold';
import { are_normal, logarithm, normal_logarithm } from '../math/log';

export function log(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const x = v128.load(from + j);
      const y = are_normal(x, zero)
        ? normal_logarithm(x, f32x4.splat(0), zero)
        : logarithm(x, zero);
      v128.store(to + j, y);
    }
  }
}
