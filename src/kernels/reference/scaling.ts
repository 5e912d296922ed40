/** Gradients over the root of their mean square: Adagrad, Adadelta, RMSprop. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type ScalingKernels = Pick<
  Kernels,
  'adagrad_scale' | 'adadelta_scale' | 'rms_scale' | 'rms_scale_centered' | 'rmsprop_update'
>;

const round = Math.fround;
const root = (x: number): number => round(Math.sqrt(x));

export function scalingKernels({ f32 }: Views): ScalingKernels {
  return {
    adagrad_scale(g, v, count, epsilon) {
      const eps = round(epsilon);
      const gw = g >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const square = round(f32[(vw + i) | 0] + round(grad * grad));
        f32[(vw + i) | 0] = square;
        f32[(gw + i) | 0] = grad / round(root(square) + eps);
      }
    },

    adadelta_scale(g, v, d, count, rho, epsilon) {
      const old = round(rho);
      const recent = round(1 - rho);
      const eps = round(epsilon);
      const gw = g >>> 2;
      const vw = v >>> 2;
      const dw = d >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const past = f32[(dw + i) | 0];
        const square = round(round(old * f32[(vw + i) | 0]) + round(round(recent * grad) * grad));
        const ratio = round(root(round(past + eps)) / root(round(square + eps)));
        const step = round(ratio * grad);
        f32[(vw + i) | 0] = square;
        f32[(dw + i) | 0] = round(old * past) + round(round(recent * step) * step);
        f32[(gw + i) | 0] = step;
      }
    },

    rms_scale(g, v, count, alpha, epsilon) {
      const old = round(alpha);
      const recent = round(1 - alpha);
      const eps = round(epsilon);
      const gw = g >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const square = round(round(old * f32[(vw + i) | 0]) + round(round(recent * grad) * grad));
        f32[(vw + i) | 0] = square;
        f32[(gw + i) | 0] = grad / round(root(square) + eps);
      }
    },

    rms_scale_centered(g, v, c, count, alpha, epsilon) {
      const old = round(alpha);
      const recent = round(1 - alpha);
      const eps = round(epsilon);
      const gw = g >>> 2;
      const vw = v >>> 2;
      const cw = c >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const part = round(recent * grad);
        const square = round(round(old * f32[(vw + i) | 0]) + round(part * grad));
        const mean = round(round(old * f32[(cw + i) | 0]) + part);
        f32[(vw + i) | 0] = square;
        f32[(cw + i) | 0] = mean;
        const difference = round(square - round(mean * mean));
        const variance = Math.max(difference, 0);
        f32[(gw + i) | 0] = grad / round(root(variance) + eps);
      }
    },

    rmsprop_update(p, g, v, count, learningRate, alpha, epsilon) {
      const lr = round(learningRate);
      const old = round(alpha);
      const recent = round(1 - alpha);
      const eps = round(epsilon);
      const pw = p >>> 2;
      const gw = g >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const square = round(round(old * f32[(vw + i) | 0]) + round(round(recent * grad) * grad));
        f32[(vw + i) | 0] = square;
        const scaled = round(grad / round(root(square) + eps));
        f32[(pw + i) | 0] = f32[(pw + i) | 0] - round(lr * scaled);
      }
    },
  };
}
