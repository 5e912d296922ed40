import type { Binders } from './binder.js';

/** Gradients of the losses. */
export const LOSSES = {
  softmax_cross_entropy_delta:
    (kernels, { d, o, y, m, n, scale }) =>
    () =>
      kernels.softmax_cross_entropy_delta(d.at, d.ld, o.at, o.ld, y, m, n, scale),
  mse_delta:
    (kernels, { d, o, y, m, n, scale }) =>
    () =>
      kernels.mse_delta(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale),
  mse_delta_row_sum:
    (kernels, { d, o, y, m, n, scale, sum }) =>
    () =>
      kernels.mse_delta_row_sum(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale, sum),
  l1_delta:
    (kernels, { d, o, y, m, n, scale }) =>
    () =>
      kernels.l1_delta(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale),
  binary_cross_entropy_delta:
    (kernels, { d, o, y, m, n, scale }) =>
    () =>
      kernels.binary_cross_entropy_delta(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale),
  kl_divergence_delta:
    (kernels, { d, o, y, m, n, scale }) =>
    () =>
      kernels.kl_divergence_delta(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale),
  huber_delta:
    (kernels, { d, o, y, m, n, scale, limit }) =>
    () =>
      kernels.huber_delta(d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, scale, limit),
} satisfies Partial<Binders>;
