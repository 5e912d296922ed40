/** Softmax down the rows of a column; its cross-entropy and its divergence from probabilities. */
import type { Kernels } from '../contract.js';
import { exp, log } from './transcendental.js';
import type { Views } from './views.js';

export type SoftmaxKernels = Pick<
  Kernels,
  | 'softmax'
  | 'softmax_cross_entropy_delta'
  | 'softmax_cross_entropy_sum'
  | 'kl_divergence_delta'
  | 'kl_divergence_sum'
>;

export function softmaxKernels({ f32 }: Views): SoftmaxKernels {
  const round = Math.fround;

  function largest(z: number, ldz: number, m: number): number {
    let high = f32[z];
    for (let i = 1; i < m; ++i) {
      const x = f32[z + i * ldz];
      if (high < x) high = x;
    }
    return high;
  }

  function sumOfPowers(z: number, ldz: number, m: number, high: number): number {
    let sum = 0;
    for (let i = 0; i < m; ++i) sum = round(sum + exp(round(f32[z + i * ldz] - high)));
    return sum;
  }

  /** Column a = softmax of column z, which it may be; returns nothing. All in words. */
  function column(a: number, lda: number, z: number, ldz: number, m: number): void {
    const high = largest(z, ldz, m);
    let sum = 0;
    for (let i = 0; i < m; ++i) {
      const e = exp(round(f32[z + i * ldz] - high));
      sum = round(sum + e);
      f32[a + i * lda] = e;
    }
    for (let i = 0; i < m; ++i) f32[a + i * lda] = f32[a + i * lda] / sum;
  }

  function clearPadding(d: number, ldd: number, m: number, n: number): void {
    for (let i = 0; i < m; ++i) {
      for (let j = n; j < ((n + 3) & ~3); ++j) f32[(d >>> 2) + i * ldd + j] = 0;
    }
  }

  return {
    softmax(a, lda, z, ldz, m, n) {
      for (let j = 0; j < n && m > 0; ++j) column((a >>> 2) + j, lda, (z >>> 2) + j, ldz, m);
    },

    softmax_cross_entropy_delta(d, ldd, o, ldo, y, m, n, scale) {
      const s = round(scale);
      for (let j = 0; j < n && m > 0; ++j) {
        const to = (d >>> 2) + j;
        column(to, ldd, (o >>> 2) + j, ldo, m);
        const label = f32[(y >>> 2) + j];
        for (let i = 0; i < m; ++i) {
          f32[to + i * ldd] = round(f32[to + i * ldd] - (label === i ? 1 : 0)) * s;
        }
      }
      clearPadding(d, ldd, m, n);
    },

    softmax_cross_entropy_sum(o, ldo, y, m, n) {
      if (m <= 0) return 0;
      const partial = [0, 0, 0, 0];
      for (let j = 0; j < n; ++j) {
        const z = (o >>> 2) + j;
        const label = f32[(y >>> 2) + j];
        const own = label >= 0 && label < m && Number.isInteger(label) ? f32[z + label * ldo] : 0;
        const high = largest(z, ldo, m);
        partial[j & 3] += log(sumOfPowers(z, ldo, m, high)) + (high - own);
      }
      return partial[0] + partial[1] + (partial[2] + partial[3]);
    },

    kl_divergence_delta(d, ldd, o, ldo, y, ldy, m, n, scale) {
      const s = round(scale);
      for (let j = 0; j < n && m > 0; ++j) {
        const to = (d >>> 2) + j;
        const target = (y >>> 2) + j;
        column(to, ldd, (o >>> 2) + j, ldo, m);
        let sum = 0;
        for (let i = 0; i < m; ++i) sum = round(sum + f32[target + i * ldy]);
        for (let i = 0; i < m; ++i) {
          const share = round(f32[to + i * ldd] * sum);
          f32[to + i * ldd] = round(share - f32[target + i * ldy]) * s;
        }
      }
      clearPadding(d, ldd, m, n);
    },

    kl_divergence_sum(o, ldo, y, ldy, m, n) {
      const partial = [0, 0, 0, 0];
      for (let j = 0; j < n && m > 0; ++j) {
        const z = (o >>> 2) + j;
        const high = largest(z, ldo, m);
        const whole = log(sumOfPowers(z, ldo, m, high));
        let sum = 0;
        for (let i = 0; i < m; ++i) {
          const target = f32[(y >>> 2) + j + i * ldy];
          const own = target === 0 ? 0 : log(target);
          sum += target * (own + whole + (high - f32[z + i * ldo]));
        }
        partial[j & 3] += sum;
      }
      return partial[0] + partial[1] + (partial[2] + partial[3]);
    },
  };
}
