/** Adds one float per row: a neuron's bias to its value in every sample. */
import { at } from './lanes';

export function bias_add(z: usize, ldz: i32, bias: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; ++i) {
    const b = v128.load32_splat(at(bias, 0, 0, i));
    const end = at(z, ldz, i, n);
    for (let p = at(z, ldz, i, 0); p < end; p += 16) v128.store(p, f32x4.add(v128.load(p), b));
  }
}
