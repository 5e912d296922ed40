/** Fetches a minibatch by index, transposed into feature-major columns. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type GatherKernels = Pick<Kernels, 'gather_rows'>;

export function gatherKernels({ i32 }: Views): GatherKernels {
  return {
    gather_rows(dst, ldd, src, lds, rows, n, width) {
      const to = dst >>> 2;
      const end = (n + 3) & ~3;
      for (let j = 0; j < n; ++j) {
        const from = ((src >>> 2) + (i32[(rows >>> 2) + j] >>> 0) * lds) | 0;
        let at = (to + j) | 0;
        // As bits, not floats: a copy must not touch a NaN.
        for (let f = 0; f < width; f = (f + 1) | 0) {
          i32[at] = i32[(from + f) | 0];
          at = (at + ldd) | 0;
        }
      }
      for (let f = 0; f < width; ++f) {
        for (let j = n; j < end; ++j) i32[to + f * ldd + j] = 0;
      }
    },
  };
}
