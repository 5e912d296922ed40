/** Uniform random matrices from counters. */
import type { Kernels } from '../contract.js';
import { philox } from './philox.js';
import type { Views } from './views.js';

const TWO_M32 = 1 / 4294967296;

export type RandomKernels = Pick<Kernels, 'uniform_fill'>;

export function randomKernels({ f32 }: Views): RandomKernels {
  const words = new Uint32Array(4);
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
  };
}
