/** The fused kernels, as the sequences that they replace. */
import type { Kernels } from '../contract.js';

export type FusedKernels = Pick<
  Kernels,
  | 'gemm_nt_dot_row_sum'
  | 'mse_delta_row_sum'
  | 'relu_neuron_forward'
  | 'relu_neuron_backward'
  | 'relu_neuron_gradient'
  | 'sigmoid_neuron_backward'
  | 'sigmoid_neuron_gradient'
  | 'tanh_neuron_backward'
  | 'tanh_neuron_gradient'
>;

type Plain = Omit<Kernels, 'backend' | keyof FusedKernels>;

/** The way back through one neuron: `delta` leaves the layer's delta in d. */
function neuronKernels(plain: Plain, delta: (...args: NeuronDelta) => void) {
  const backward: Kernels['relu_neuron_backward'] = (d, ldd, e, h, ldh, v, m, n, dv, db) => {
    plain.gemm_nt_dot(dv, 0, e, 0, h, ldh, 1, m, n);
    delta(d, ldd, e, h, ldh, v, m, n);
    plain.row_sum(db, d, ldd, m, n);
  };
  const gradient: Kernels['relu_neuron_gradient'] = (
    d,
    ldd,
    e,
    h,
    ldh,
    v,
    m,
    n,
    dv,
    db,
    dw,
    lddw,
    x,
    ldx,
    k,
  ) => {
    backward(d, ldd, e, h, ldh, v, m, n, dv, db);
    plain.gemm_nt_dot(dw, lddw, d, ldd, x, ldx, m, k, n);
  };
  return { backward, gradient };
}

type NeuronDelta = [
  d: number,
  ldd: number,
  e: number,
  h: number,
  ldh: number,
  v: number,
  m: number,
  n: number,
];

export function fusedKernels(plain: Plain): FusedKernels {
  const relu = neuronKernels(plain, (d, ldd, e, h, ldh, v, m, n) => {
    plain.gemm_tn_relu_backward(d, ldd, v, 0, e, 0, m, n, 1, 0, h, ldh);
  });
  const sigmoid = neuronKernels(plain, (d, ldd, e, h, ldh, v, m, n) => {
    plain.gemm_tn(d, ldd, v, 0, e, 0, m, n, 1, 0);
    plain.sigmoid_backward(d, ldd, h, ldh, m, n);
  });
  const tanh = neuronKernels(plain, (d, ldd, e, h, ldh, v, m, n) => {
    plain.gemm_tn(d, ldd, v, 0, e, 0, m, n, 1, 0);
    plain.tanh_backward(d, ldd, h, ldh, m, n);
  });
  return {
    relu_neuron_backward: relu.backward,
    relu_neuron_gradient: relu.gradient,
    sigmoid_neuron_backward: sigmoid.backward,
    sigmoid_neuron_gradient: sigmoid.gradient,
    tanh_neuron_backward: tanh.backward,
    tanh_neuron_gradient: tanh.gradient,

    gemm_nt_dot_row_sum(c, ldc, a, lda, b, ldb, m, n, k, sum) {
      plain.gemm_nt_dot(c, ldc, a, lda, b, ldb, m, n, k);
      plain.row_sum(sum, a, lda, m, k);
    },

    mse_delta_row_sum(d, ldd, o, ldo, y, ldy, m, n, scale, sum) {
      plain.mse_delta(d, ldd, o, ldo, y, ldy, m, n, scale);
      plain.row_sum(sum, d, ldd, m, n);
    },

    relu_neuron_forward(h, ldh, w, ldw, x, ldx, m, n, k, scratch, bias, o, v, c) {
      plain.gemm_nn_bias_relu(h, ldh, w, ldw, x, ldx, m, n, k, scratch, bias);
      plain.gemm_nn_bias(o, 0, v, 0, h, ldh, 1, n, m, scratch, c);
    },
  };
}
