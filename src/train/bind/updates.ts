import type { Binders } from './binder.js';

/** What is done to gradients and parameters. */
export const UPDATES = {
  sgd_update:
    (kernels, { p, g, count }, state) =>
    () =>
      kernels.sgd_update(p, g, count, state.learningRate),
  momentum_update:
    (kernels, { p, g, v, count, momentum }, state) =>
    () =>
      kernels.momentum_update(p, g, v, count, state.learningRate, momentum),
  adam_update:
    (kernels, { p, g, m, v, count, beta1, beta2, epsilon }, state) =>
    () =>
      kernels.adam_update(
        p,
        g,
        m,
        v,
        count,
        beta1,
        beta2,
        epsilon,
        state.stepSize,
        state.rootScale,
      ),
  nesterov_update:
    (kernels, { p, g, v, count, momentum }, state) =>
    () =>
      kernels.nesterov_update(p, g, v, count, state.learningRate, momentum),
  amsgrad_update:
    (kernels, { p, g, m, v, w, count, beta1, beta2, epsilon }, state) =>
    () =>
      kernels.amsgrad_update(
        p,
        g,
        m,
        v,
        w,
        count,
        beta1,
        beta2,
        epsilon,
        state.stepSize,
        state.rootScale,
      ),
  adagrad_scale:
    (kernels, { g, v, count, epsilon }) =>
    () =>
      kernels.adagrad_scale(g, v, count, epsilon),
  adadelta_scale:
    (kernels, { g, v, d, count, rho, epsilon }) =>
    () =>
      kernels.adadelta_scale(g, v, d, count, rho, epsilon),
  rms_scale:
    (kernels, { g, v, count, alpha, epsilon }) =>
    () =>
      kernels.rms_scale(g, v, count, alpha, epsilon),
  rms_scale_centered:
    (kernels, { g, v, c, count, alpha, epsilon }) =>
    () =>
      kernels.rms_scale_centered(g, v, c, count, alpha, epsilon),
  rmsprop_update:
    (kernels, { p, g, v, count, alpha, epsilon }, state) =>
    () =>
      kernels.rmsprop_update(p, g, v, count, state.learningRate, alpha, epsilon),
  add_scaled:
    (kernels, { p, g, count, factor }) =>
    () =>
      kernels.add_scaled(g, p, count, factor),
  add_sign:
    (kernels, { p, g, count, factor }) =>
    () =>
      kernels.add_sign(g, p, count, factor),
  clamp:
    (kernels, { a, count, limit }) =>
    () =>
      kernels.clamp(a, count, limit),
  scale:
    (kernels, { a, count, by }, state) =>
    () =>
      kernels.scale(a, count, state[by]),
  // As torch.nn.utils.clip_grad_norm_: the 1e-6 keeps a norm of 0 from dividing.
  square_sum:
    (kernels, { blocks, limit }, state) =>
    () => {
      let sum = 0;
      for (const { at, count } of blocks) sum += kernels.square_sum(at, count);
      state.clip = Math.min(1, limit / (Math.sqrt(sum) + 1e-6));
    },
} satisfies Partial<Binders>;
