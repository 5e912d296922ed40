/** The thin product A · Bᵀ and the row sums: four interleaved partial sums an element. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type DotKernels = Pick<Kernels, 'gemm_nt_dot' | 'row_sum'>;

export function dotKernels({ f32 }: Views): DotKernels {
  /** f32[to] = row x · row y over k elements. */
  function dot(to: number, x: number, y: number, k: number): void {
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    let left = k | 0;
    for (; left >= 4; left = (left - 4) | 0) {
      p0 = Math.fround(p0 + Math.fround(f32[x] * f32[y]));
      p1 = Math.fround(p1 + Math.fround(f32[(x + 1) | 0] * f32[(y + 1) | 0]));
      p2 = Math.fround(p2 + Math.fround(f32[(x + 2) | 0] * f32[(y + 2) | 0]));
      p3 = Math.fround(p3 + Math.fround(f32[(x + 3) | 0] * f32[(y + 3) | 0]));
      x = (x + 4) | 0;
      y = (y + 4) | 0;
    }
    if (left > 0) p0 = Math.fround(p0 + Math.fround(f32[x] * f32[y]));
    if (left > 1) p1 = Math.fround(p1 + Math.fround(f32[(x + 1) | 0] * f32[(y + 1) | 0]));
    if (left > 2) p2 = Math.fround(p2 + Math.fround(f32[(x + 2) | 0] * f32[(y + 2) | 0]));
    f32[to] = Math.fround(p0 + p1) + Math.fround(p2 + p3);
  }

  /** Two neighbours in a row of C: one row of A against two rows of B, eight chains at once. */
  function dotPair(to: number, x: number, y: number, ldb: number, k: number): void {
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    let q0 = 0;
    let q1 = 0;
    let q2 = 0;
    let q3 = 0;
    let z = (y + ldb) | 0;
    let left = k | 0;
    for (; left >= 4; left = (left - 4) | 0) {
      const a0 = f32[x];
      const a1 = f32[(x + 1) | 0];
      const a2 = f32[(x + 2) | 0];
      const a3 = f32[(x + 3) | 0];
      p0 = Math.fround(p0 + Math.fround(a0 * f32[y]));
      p1 = Math.fround(p1 + Math.fround(a1 * f32[(y + 1) | 0]));
      p2 = Math.fround(p2 + Math.fround(a2 * f32[(y + 2) | 0]));
      p3 = Math.fround(p3 + Math.fround(a3 * f32[(y + 3) | 0]));
      q0 = Math.fround(q0 + Math.fround(a0 * f32[z]));
      q1 = Math.fround(q1 + Math.fround(a1 * f32[(z + 1) | 0]));
      q2 = Math.fround(q2 + Math.fround(a2 * f32[(z + 2) | 0]));
      q3 = Math.fround(q3 + Math.fround(a3 * f32[(z + 3) | 0]));
      x = (x + 4) | 0;
      y = (y + 4) | 0;
      z = (z + 4) | 0;
    }
    if (left > 0) {
      p0 = Math.fround(p0 + Math.fround(f32[x] * f32[y]));
      q0 = Math.fround(q0 + Math.fround(f32[x] * f32[z]));
    }
    if (left > 1) {
      p1 = Math.fround(p1 + Math.fround(f32[(x + 1) | 0] * f32[(y + 1) | 0]));
      q1 = Math.fround(q1 + Math.fround(f32[(x + 1) | 0] * f32[(z + 1) | 0]));
    }
    if (left > 2) {
      p2 = Math.fround(p2 + Math.fround(f32[(x + 2) | 0] * f32[(y + 2) | 0]));
      q2 = Math.fround(q2 + Math.fround(f32[(x + 2) | 0] * f32[(z + 2) | 0]));
    }
    f32[to] = Math.fround(p0 + p1) + Math.fround(p2 + p3);
    f32[(to + 1) | 0] = Math.fround(q0 + q1) + Math.fround(q2 + q3);
  }

  return {
    gemm_nt_dot(c, ldc, a, lda, b, ldb, m, n, k) {
      if (k <= 0) return;
      const end = (n + 3) & ~3;
      for (let i = 0; i < m; ++i) {
        const to = ((c >>> 2) + i * ldc) | 0;
        const x = ((a >>> 2) + i * lda) | 0;
        let y = (b >>> 2) | 0;
        let j = 0;
        for (; j + 2 <= n; j = (j + 2) | 0) {
          dotPair((to + j) | 0, x, y, ldb | 0, k);
          y = (y + 2 * ldb) | 0;
        }
        if (j < n) dot((to + j) | 0, x, y, k);
        for (let pad = n; pad < end; ++pad) f32[to + pad] = 0;
      }
    },

    row_sum(dst, a, lda, m, n) {
      if (n <= 0) return;
      for (let i = 0; i < m; ++i) {
        let x = ((a >>> 2) + i * lda) | 0;
        let p0 = 0;
        let p1 = 0;
        let p2 = 0;
        let p3 = 0;
        let left = n | 0;
        for (; left >= 4; left = (left - 4) | 0) {
          p0 = Math.fround(p0 + f32[x]);
          p1 = Math.fround(p1 + f32[(x + 1) | 0]);
          p2 = Math.fround(p2 + f32[(x + 2) | 0]);
          p3 = Math.fround(p3 + f32[(x + 3) | 0]);
          x = (x + 4) | 0;
        }
        if (left > 0) p0 = Math.fround(p0 + f32[x]);
        if (left > 1) p1 = Math.fround(p1 + f32[(x + 1) | 0]);
        if (left > 2) p2 = Math.fround(p2 + f32[(x + 2) | 0]);
        f32[(dst >>> 2) + i] = Math.fround(p0 + p1) + Math.fround(p2 + p3);
      }
    },
  };
}
