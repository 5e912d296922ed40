/** Fetches images by index, each moved by a map of its own, transposed into feature-major columns. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type ImageKernels = Pick<Kernels, 'gather_images'>;

const round = Math.fround;
const between = (a: number, b: number, t: number): number => round(a + round(t * round(b - a)));

export function imageKernels({ f32, i32 }: Views): ImageKernels {
  return {
    gather_images(dst, ldd, src, lds, rows, n, height, width, channels, maps) {
      const end = (n + 3) & ~3;
      for (let j = 0; j < n; ++j) {
        const from = ((src >>> 2) + (i32[(rows >>> 2) + j] >>> 0) * lds) | 0;
        const map = (maps >>> 2) + 6 * j;
        const [m0, m1, m2, m3, m4, m5] = f32.subarray(map, map + 6);
        let at = ((dst >>> 2) + j) | 0;
        for (let r = 0; r < height; ++r) {
          for (let c = 0; c < width; ++c) {
            const y = round(round(round(m0 * r) + round(m1 * c)) + m2);
            const x = round(round(round(m3 * r) + round(m4 * c)) + m5);
            const above = Math.floor(y);
            const left = Math.floor(x);
            const down = round(y - above);
            const right = round(x - left);
            const inAbove = above >= 0 && above < height;
            const inBelow = above >= -1 && above < height - 1;
            const inLeft = left >= 0 && left < width;
            const inRight = left >= -1 && left < width - 1;
            const pixel = from + (above * width + left) * channels;
            for (let channel = 0; channel < channels; ++channel) {
              const near = pixel + channel;
              const below = near + width * channels;
              const p00 = inAbove && inLeft ? f32[near] : 0;
              const p01 = inAbove && inRight ? f32[near + channels] : 0;
              const p10 = inBelow && inLeft ? f32[below] : 0;
              const p11 = inBelow && inRight ? f32[below + channels] : 0;
              f32[at] = between(between(p00, p01, right), between(p10, p11, right), down);
              at = (at + ldd) | 0;
            }
          }
        }
      }
      const features = height * width * channels;
      for (let f = 0; f < features; ++f) {
        for (let j = n; j < end; ++j) f32[(dst >>> 2) + f * ldd + j] = 0;
      }
    },
  };
}
