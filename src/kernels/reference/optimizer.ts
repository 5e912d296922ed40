/** The parameter updates: gradient descent, momentum in two forms, Adam in two. */
import type { Kernels } from '../contract.js';
import type { Views } from './views.js';

export type OptimizerKernels = Pick<
  Kernels,
  'sgd_update' | 'momentum_update' | 'nesterov_update' | 'adam_update' | 'amsgrad_update'
>;

export function optimizerKernels({ f32 }: Views): OptimizerKernels {
  const round = Math.fround;
  return {
    sgd_update(p, g, count, learningRate) {
      const lr = round(learningRate);
      let to = p >>> 2;
      let from = g >>> 2;
      for (let left = count | 0; left > 0; left = (left - 1) | 0) {
        f32[to] = f32[to] - round(lr * f32[from]);
        to = (to + 1) | 0;
        from = (from + 1) | 0;
      }
    },

    momentum_update(p, g, v, count, learningRate, momentum) {
      const lr = round(learningRate);
      const mu = round(momentum);
      const pw = p >>> 2;
      const gw = g >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const velocity = round(round(mu * f32[(vw + i) | 0]) + f32[(gw + i) | 0]);
        f32[(vw + i) | 0] = velocity;
        f32[(pw + i) | 0] = f32[(pw + i) | 0] - round(lr * velocity);
      }
    },

    nesterov_update(p, g, v, count, learningRate, momentum) {
      const lr = round(learningRate);
      const mu = round(momentum);
      const pw = p >>> 2;
      const gw = g >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const velocity = round(round(mu * f32[(vw + i) | 0]) + grad);
        f32[(vw + i) | 0] = velocity;
        const step = round(grad + round(mu * velocity));
        f32[(pw + i) | 0] = f32[(pw + i) | 0] - round(lr * step);
      }
    },

    adam_update(p, g, m, v, count, beta1, beta2, epsilon, stepSize, rootScale) {
      const b1 = round(beta1);
      const b2 = round(beta2);
      const c1 = round(1 - beta1);
      const c2 = round(1 - beta2);
      const eps = round(epsilon);
      const step = round(stepSize);
      const root = round(rootScale);
      const pw = p >>> 2;
      const gw = g >>> 2;
      const mw = m >>> 2;
      const vw = v >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const mean = round(round(b1 * f32[(mw + i) | 0]) + round(c1 * grad));
        const square = round(round(b2 * f32[(vw + i) | 0]) + round(round(c2 * grad) * grad));
        f32[(mw + i) | 0] = mean;
        f32[(vw + i) | 0] = square;
        const divisor = round(round(round(Math.sqrt(square)) * root) + eps);
        f32[(pw + i) | 0] = f32[(pw + i) | 0] - round(round(step * mean) / divisor);
      }
    },

    amsgrad_update(p, g, m, v, w, count, beta1, beta2, epsilon, stepSize, rootScale) {
      const b1 = round(beta1);
      const b2 = round(beta2);
      const c1 = round(1 - beta1);
      const c2 = round(1 - beta2);
      const eps = round(epsilon);
      const step = round(stepSize);
      const root = round(rootScale);
      const pw = p >>> 2;
      const gw = g >>> 2;
      const mw = m >>> 2;
      const vw = v >>> 2;
      const ww = w >>> 2;
      for (let i = 0; i < count; i = (i + 1) | 0) {
        const grad = f32[(gw + i) | 0];
        const mean = round(round(b1 * f32[(mw + i) | 0]) + round(c1 * grad));
        const square = round(round(b2 * f32[(vw + i) | 0]) + round(round(c2 * grad) * grad));
        let most = f32[(ww + i) | 0];
        if (!(square < most)) most = square;
        f32[(mw + i) | 0] = mean;
        f32[(vw + i) | 0] = square;
        f32[(ww + i) | 0] = most;
        const divisor = round(round(round(Math.sqrt(most)) * root) + eps);
        f32[(pw + i) | 0] = f32[(pw + i) | 0] - round(round(step * mean) / divisor);
      }
    },
  };
}
