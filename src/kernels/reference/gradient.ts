/** What is done to gradients before an update: penalties, clipping, and the norms that they take. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type GradientKernels = Pick<
  Kernels,
  'add_scaled' | 'add_sign' | 'scale' | 'clamp' | 'square_sum' | 'abs_sum'
>;

const round = Math.fround;

export function gradientKernels({ f32 }: Views): GradientKernels {
  return {
    add_scaled(a, b, count, factor) {
      const by = round(factor);
      const aw = a >>> 2;
      const bw = b >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        f32[(aw + i) | 0] = f32[(aw + i) | 0] + round(by * f32[(bw + i) | 0]);
      }
    },

    add_sign(a, b, count, factor) {
      const by = round(factor);
      const aw = a >>> 2;
      const bw = b >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const x = f32[(bw + i) | 0];
        f32[(aw + i) | 0] = f32[(aw + i) | 0] + (x > 0 ? by : x < 0 ? -by : x - x);
      }
    },

    scale(a, count, factor) {
      const by = round(factor);
      const aw = a >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) f32[(aw + i) | 0] = f32[(aw + i) | 0] * by;
    },

    clamp(a, count, limit) {
      const most = round(limit);
      const aw = a >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        f32[(aw + i) | 0] = Math.min(Math.max(f32[(aw + i) | 0], -most), most);
      }
    },

    square_sum(a, count) {
      const aw = a >>> 2;
      let [p0, p1, p2, p3] = [0, 0, 0, 0];
      let i = 0;
      for (; i < (count & ~3); i = (i + 4) | 0) {
        p0 += f32[(aw + i) | 0] * f32[(aw + i) | 0];
        p1 += f32[(aw + i + 1) | 0] * f32[(aw + i + 1) | 0];
        p2 += f32[(aw + i + 2) | 0] * f32[(aw + i + 2) | 0];
        p3 += f32[(aw + i + 3) | 0] * f32[(aw + i + 3) | 0];
      }
      if (i < count) p0 += f32[aw + i] * f32[aw + i];
      if (i + 1 < count) p1 += f32[aw + i + 1] * f32[aw + i + 1];
      if (i + 2 < count) p2 += f32[aw + i + 2] * f32[aw + i + 2];
      return p0 + p1 + (p2 + p3);
    },

    abs_sum(a, count) {
      const aw = a >>> 2;
      let [p0, p1, p2, p3] = [0, 0, 0, 0];
      let i = 0;
      for (; i < (count & ~3); i = (i + 4) | 0) {
        p0 += Math.abs(f32[(aw + i) | 0]);
        p1 += Math.abs(f32[(aw + i + 1) | 0]);
        p2 += Math.abs(f32[(aw + i + 2) | 0]);
        p3 += Math.abs(f32[(aw + i + 3) | 0]);
      }
      if (i < count) p0 += Math.abs(f32[aw + i]);
      if (i + 1 < count) p1 += Math.abs(f32[aw + i + 1]);
      if (i + 2 < count) p2 += Math.abs(f32[aw + i + 2]);
      return p0 + p1 + (p2 + p3);
    },
  };
}
