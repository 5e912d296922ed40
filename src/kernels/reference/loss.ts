/** Squared error: its sum over the real elements, and its gradient. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type LossKernels = Pick<Kernels, 'mse_sum' | 'mse_delta'>;

export function lossKernels({ f32 }: Views): LossKernels {
  function square(o: number, y: number): number {
    const d = f32[o] - f32[y];
    return d * d;
  }

  return {
    mse_sum(o, ldo, y, ldy, m, n) {
      let p0 = 0;
      let p1 = 0;
      let p2 = 0;
      let p3 = 0;
      for (let i = 0; i < m; ++i) {
        let u = ((o >>> 2) + i * ldo) | 0;
        let v = ((y >>> 2) + i * ldy) | 0;
        let left = n | 0;
        for (; left >= 4; left = (left - 4) | 0) {
          p0 += square(u, v);
          p1 += square((u + 1) | 0, (v + 1) | 0);
          p2 += square((u + 2) | 0, (v + 2) | 0);
          p3 += square((u + 3) | 0, (v + 3) | 0);
          u = (u + 4) | 0;
          v = (v + 4) | 0;
        }
        if (left > 0) p0 += square(u, v);
        if (left > 1) p1 += square((u + 1) | 0, (v + 1) | 0);
        if (left > 2) p2 += square((u + 2) | 0, (v + 2) | 0);
      }
      return p0 + p1 + (p2 + p3);
    },

    mse_delta(d, ldd, o, ldo, y, ldy, m, n, scale) {
      const s = Math.fround(scale);
      const end = (n + 3) & ~3;
      for (let i = 0; i < m; ++i) {
        const to = ((d >>> 2) + i * ldd) | 0;
        const u = ((o >>> 2) + i * ldo) | 0;
        const v = ((y >>> 2) + i * ldy) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          f32[(to + j) | 0] = Math.fround(f32[(u + j) | 0] - f32[(v + j) | 0]) * s;
        }
        for (let j = n; j < end; ++j) f32[to + j] = 0;
      }
    },
  };
}
