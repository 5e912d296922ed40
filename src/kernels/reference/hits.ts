/** What is counted beside a loss: samples and elements that are classified rightly. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type HitKernels = Pick<Kernels, 'class_hits' | 'argmax_hits' | 'threshold_hits'>;

export function hitKernels({ f32 }: Views): HitKernels {
  const largest = (column: number, ld: number, m: number): number => {
    let best = 0;
    for (let i = 1; i < m; ++i) if (f32[column + best * ld] < f32[column + i * ld]) best = i;
    return best;
  };
  return {
    class_hits(o, ldo, y, m, n) {
      let hits = 0;
      for (let j = 0; j < n && m > 0; ++j) {
        if (largest((o >>> 2) + j, ldo, m) === f32[(y >>> 2) + j]) hits++;
      }
      return hits;
    },

    argmax_hits(o, ldo, y, ldy, m, n) {
      let hits = 0;
      for (let j = 0; j < n && m > 0; ++j) {
        if (largest((o >>> 2) + j, ldo, m) === largest((y >>> 2) + j, ldy, m)) hits++;
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
