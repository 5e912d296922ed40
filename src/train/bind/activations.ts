import type { Binders } from './binder.js';

/** The activations. */
export const ACTIVATIONS = {
  relu_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.relu_forward(a.at, a.ld, z.at, z.ld, m, n),
  relu_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.relu_backward(d.at, d.ld, h.at, h.ld, m, n),
  sigmoid_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.sigmoid_forward(a.at, a.ld, z.at, z.ld, m, n),
  sigmoid_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.sigmoid_backward(d.at, d.ld, h.at, h.ld, m, n),
  tanh_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.tanh_forward(a.at, a.ld, z.at, z.ld, m, n),
  tanh_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.tanh_backward(d.at, d.ld, h.at, h.ld, m, n),
  gelu_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.gelu_forward(a.at, a.ld, z.at, z.ld, m, n),
  gelu_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.gelu_backward(d.at, d.ld, h.at, h.ld, m, n),
  gelu_tanh_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.gelu_tanh_forward(a.at, a.ld, z.at, z.ld, m, n),
  gelu_tanh_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.gelu_tanh_backward(d.at, d.ld, h.at, h.ld, m, n),
  silu_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.silu_forward(a.at, a.ld, z.at, z.ld, m, n),
  silu_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.silu_backward(d.at, d.ld, h.at, h.ld, m, n),
  softplus_forward:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.softplus_forward(a.at, a.ld, z.at, z.ld, m, n),
  softplus_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.softplus_backward(d.at, d.ld, h.at, h.ld, m, n),
  leaky_relu_forward:
    (kernels, { a, z, m, n, parameter }) =>
    () =>
      kernels.leaky_relu_forward(a.at, a.ld, z.at, z.ld, m, n, parameter),
  leaky_relu_backward:
    (kernels, { d, h, m, n, parameter }) =>
    () =>
      kernels.leaky_relu_backward(d.at, d.ld, h.at, h.ld, m, n, parameter),
  elu_forward:
    (kernels, { a, z, m, n, parameter }) =>
    () =>
      kernels.elu_forward(a.at, a.ld, z.at, z.ld, m, n, parameter),
  elu_backward:
    (kernels, { d, h, m, n, parameter }) =>
    () =>
      kernels.elu_backward(d.at, d.ld, h.at, h.ld, m, n, parameter),
  softmax:
    (kernels, { a, z, m, n }) =>
    () =>
      kernels.softmax(a.at, a.ld, z.at, z.ld, m, n),
  softmax_backward:
    (kernels, { d, h, m, n }) =>
    () =>
      kernels.softmax_backward(d.at, d.ld, h.at, h.ld, m, n),
} satisfies Partial<Binders>;
