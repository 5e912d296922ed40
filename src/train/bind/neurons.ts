import type { Binders } from './binder.js';

/** One output neuron over a layer. */
export const NEURONS = {
  relu_neuron_forward:
    (kernels, { h, w, x, m, n, k, scratch, bias, o, v, c }) =>
    () =>
      kernels.relu_neuron_forward(
        h.at,
        h.ld,
        w.at,
        w.ld,
        x.at,
        x.ld,
        m,
        n,
        k,
        scratch,
        bias,
        o.at,
        v,
        c,
      ),
  relu_neuron_backward:
    (kernels, { d, e, h, v, m, n, dv, db }) =>
    () =>
      kernels.relu_neuron_backward(d.at, d.ld, e.at, h.at, h.ld, v, m, n, dv, db),
  relu_neuron_gradient:
    (kernels, { d, e, h, v, m, n, dv, db, dw, x, k }) =>
    () =>
      kernels.relu_neuron_gradient(
        d.at,
        d.ld,
        e.at,
        h.at,
        h.ld,
        v,
        m,
        n,
        dv,
        db,
        dw.at,
        dw.ld,
        x.at,
        x.ld,
        k,
      ),
  sigmoid_neuron_backward:
    (kernels, { d, e, h, v, m, n, dv, db }) =>
    () =>
      kernels.sigmoid_neuron_backward(d.at, d.ld, e.at, h.at, h.ld, v, m, n, dv, db),
  sigmoid_neuron_gradient:
    (kernels, { d, e, h, v, m, n, dv, db, dw, x, k }) =>
    () =>
      kernels.sigmoid_neuron_gradient(
        d.at,
        d.ld,
        e.at,
        h.at,
        h.ld,
        v,
        m,
        n,
        dv,
        db,
        dw.at,
        dw.ld,
        x.at,
        x.ld,
        k,
      ),
  tanh_neuron_backward:
    (kernels, { d, e, h, v, m, n, dv, db }) =>
    () =>
      kernels.tanh_neuron_backward(d.at, d.ld, e.at, h.at, h.ld, v, m, n, dv, db),
  tanh_neuron_gradient:
    (kernels, { d, e, h, v, m, n, dv, db, dw, x, k }) =>
    () =>
      kernels.tanh_neuron_gradient(
        d.at,
        d.ld,
        e.at,
        h.at,
        h.ld,
        v,
        m,
        n,
        dv,
        db,
        dw.at,
        dw.ld,
        x.at,
        x.ld,
        k,
      ),
} satisfies Partial<Binders>;
