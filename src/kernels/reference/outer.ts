/** The delta under a single neuron: the outer product of its weights and its own delta, masked. */
import { maskUnless, type Views } from './views.js';

/** C (m × n) = a (m) · b (n), with the relu gradient at the activations h; all in words. */
export type OuterProduct = (
  c: number,
  ldc: number,
  a: number,
  b: number,
  m: number,
  n: number,
  h: number,
  ldh: number,
) => void;

export function outerProductOver({ f32, i32 }: Views): OuterProduct {
  return (c, ldc, a, b, m, n, h, ldh) => {
    for (let i = 0; i < m; ++i) {
      const to = (c + i * ldc) | 0;
      const from = (h + i * ldh) | 0;
      const x = f32[a + i];
      for (let j = 0; j < n; j = (j + 1) | 0) {
        const keep = maskUnless(f32[(from + j) | 0] <= 0);
        // + 0, because a sum starts from +0: a product of −0 must come out as +0.
        f32[(to + j) | 0] = Math.fround(x * f32[(b + j) | 0]) + 0;
        i32[(to + j) | 0] &= keep;
      }
    }
  };
}
