/** What is counted beside a loss: samples and elements that are classified rightly. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type HitKernels = Pick<Kernels, 'class_hits' | 'threshold_hits'>;

export function hitKernels({ f32 }: Views): HitKernels {
  return {
    class_hits(o, ldo, y, m, n) {
      let hits = 0;
      for (let j = 0; j < n && m > 0; ++j) {
        const column = (o >>> 2) + j;
        let best = 0;
        for (let i = 1; i < m; ++i) {
          if (f32[column + best * ldo] < f32[column + i * ldo]) best = i;
        }
        if (best === f32[(y >>> 2) + j]) hits++;
      }
      return hits;
    },

    threshold_hits(o, ldo, y, ldy, m, n, threshold) {
      const limit = Math.fround(threshold);
      let hits = 0;
      for (let i = 0; i < m; ++i) {
        const u = (o >>> 2) + i * ldo;
        const v = (y >>> 2) + i * ldy;
        for (let j = 0; j < n; ++j) if (f32[u + j] > limit === f32[v + j] > 0.5) hits++;
      }
      return hits;
    },
  };
}
