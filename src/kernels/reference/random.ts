/** Random numbers from counters: uniform matrices, dropout, noise. */
import type { Kernels } from '../contract.js';
import { normalOf } from './normal.js';
import { philox } from './philox.js';
import type { Views } from './views.js';

const TWO_M32 = 1 / 4294967296;

export type RandomKernels = Pick<Kernels, 'uniform_fill' | 'dropout' | 'noise_add'>;

export function randomKernels({ f32 }: Views): RandomKernels {
  const words = new Uint32Array(4);
  const round = Math.fround;
  return {
    uniform_fill(dst, ldd, m, n, scale, first, c1, c2, c3, k0, k1) {
      let number = first;
      let block = -1;
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          if (number >>> 2 !== block) {
            block = number >>> 2;
            philox(words, block, c1, c2, c3, k0, k1);
          }
          f32[(dst >>> 2) + i * ldd + j] = scale * (2 * (words[number & 3] * TWO_M32) - 1);
          number++;
        }
      }
    },

    dropout(dst, ldd, src, lds, m, n, threshold, scale, first, stride, c1, c2, c3, k0, k1) {
      const by = round(scale);
      const least = threshold >>> 0;
      for (let i = 0; i < m; ++i) {
        const to = ((dst >>> 2) + i * ldd) | 0;
        const from = ((src >>> 2) + i * lds) | 0;
        const start = (first + Math.imul(i, stride)) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          if ((j & 3) === 0) philox(words, (start + j) >>> 2, c1, c2, c3, k0, k1);
          f32[(to + j) | 0] = words[j & 3] < least ? 0 : f32[(from + j) | 0] * by;
        }
      }
    },

    noise_add(x, ldx, m, n, deviation, first, stride, c1, c2, c3, k0, k1) {
      const by = round(deviation);
      for (let i = 0; i < m; ++i) {
        const row = ((x >>> 2) + i * ldx) | 0;
        const start = (first + Math.imul(i, stride)) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          if ((j & 3) === 0) philox(words, (start + j) >>> 2, c1, c2, c3, k0, k1);
          f32[(row + j) | 0] = f32[(row + j) | 0] + round(by * normalOf(words[j & 3]));
        }
      }
    },
  };
}
