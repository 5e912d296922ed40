/** The natural logarithm of every element. */
import { at } from '../lanes';
import { nothing } from '../math/hold';
import { logarithm } from '../math/log';

export function log(a: usize, lda: i32, z: usize, ldz: i32, m: i32, n: i32): void {
  const zero = nothing(m);
  for (let i = 0; i < m; ++i) {
    const to = at(a, lda, i, 0);
    const from = at(z, ldz, i, 0);
    const end = (n as usize) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      v128.store(to + j, logarithm(v128.load(from + j), zero));
    }
  }
}
