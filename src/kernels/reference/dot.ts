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

  return {
    gemm_nt_dot(c, ldc, a, lda, b, ldb, m, n, k) {
      if (k <= 0) return;
      const end = (n + 3) & ~3;
      for (let i = 0; i < m; ++i) {
        const to = ((c >>> 2) + i * ldc) | 0;
        const x = ((a >>> 2) + i * lda) | 0;
        for (let j = 0; j < n; ++j) dot((to + j) | 0, x, ((b >>> 2) + j * ldb) | 0, k);
        for (let j = n; j < end; ++j) f32[to + j] = 0;
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
