/** One row a kernel: its arguments in order, as the contract grants them. */
import { gemmScratchBytes } from '../../../src/kernels/scratch.js';
import {
  type Argument,
  bare,
  cleared,
  indices,
  input,
  K,
  type KernelName,
  k,
  labels,
  M,
  m,
  N,
  n,
  type Operand,
  output,
  over,
  positive,
  row,
  type Sizes,
  scalar,
  scratch,
  spoiled,
  updated,
  varying,
  vector,
  written,
} from './operand.js';

const GEMM = scratch((s) => gemmScratchBytes(s.m, s.n, s.k));
const BOTH = scratch((s) =>
  Math.max(gemmScratchBytes(s.m, s.n, s.k), gemmScratchBytes(1, s.n, s.m)),
);
const available = (s: Sizes) => 2 * s.n + 1;
const parameter = updated(vector(n));

const nn = [output(m, n), bare(m, k), input(k, n), M, N, K, GEMM];
const tn = [output(m, n), input(k, m), input(k, n), M, N, K, GEMM];
const nt = [cleared(output(m, n)), input(m, k), input(n, k), M, N, K];
const backward = [updated(input(m, n)), input(m, n), M, N];
const delta = [cleared(output(m, n)), input(m, n), input(m, n), M, N, scalar(0.3)];
const elementwise = [output(m, n), over(0, input(m, n)), M, N];

/** The way back through one neuron, of which `d` is the first argument. */
const back = (d: Operand, h: Operand) => [
  d,
  row(n),
  h,
  vector(m),
  M,
  N,
  cleared(written(row(m))),
  written(vector(m)),
];

/** As `back`, with the weight gradient; the delta is left unspecified. */
const gradient = (h: Operand) => [
  ...back(spoiled(input(m, n)), h),
  ...[cleared(output(m, k)), input(k, n), K],
];

export const TABLE: Partial<Record<KernelName, readonly Argument[]>> = {
  gather_rows: [cleared(output(m, n)), bare(available, m), indices(n, available), N, M],

  gemm_nn: nn,
  gemm_nn_bias: [...nn, vector(m)],
  gemm_nn_bias_relu: [...nn, vector(m)],
  gemm_tn: tn,
  gemm_tn_relu_backward: [...tn, over(0, input(m, n))],
  gemm_nt: [...nt, GEMM],
  gemm_nt_dot: nt,
  gemm_nt_dot_row_sum: [...nt, written(vector(m))],

  bias_add: [updated(input(m, n)), vector(m), M, N],
  row_sum: [written(vector(m)), input(m, n), M, N],
  exp: elementwise,
  log: elementwise,
  sigmoid_forward: elementwise,
  sigmoid_backward: backward,
  tanh_forward: elementwise,
  tanh_backward: backward,
  relu_forward: elementwise,
  relu_backward: backward,

  mse_sum: [input(m, n), input(m, n), M, N],
  mse_delta: delta,
  softmax: elementwise,
  softmax_cross_entropy_delta: [
    ...[cleared(output(m, n)), input(m, n), labels(row(n)), M, N, scalar(0.3)],
  ],
  softmax_cross_entropy_sum: [input(m, n), labels(row(n)), M, N],
  mse_delta_row_sum: [...delta, written(vector(m))],

  // With k = 0 the first product leaves h as it is, and the second reads it.
  relu_neuron_forward: [
    ...[updated(input(m, n)), bare(m, k), input(k, n), M, N, K, BOTH, vector(m)],
    ...[written(row(n)), vector(m), vector(() => 1)],
  ],
  relu_neuron_backward: back(output(m, n), over(0, input(m, n))),
  relu_neuron_gradient: gradient(over(0, input(m, n))),

  sigmoid_neuron_backward: back(output(m, n), input(m, n)),
  sigmoid_neuron_gradient: gradient(input(m, n)),
  tanh_neuron_backward: back(output(m, n), input(m, n)),
  tanh_neuron_gradient: gradient(input(m, n)),

  // Only the columns are written. The counter starts anywhere in a block of four words.
  uniform_fill: [
    ...[written(bare(m, n)), M, N, scalar(0.7), varying((s) => s.k + 4 * s.m)],
    ...[3, 0x89abcdef, 0xffffffff, 0xdeadbeef, 0x12345678].map(scalar),
  ],

  sgd_update: [parameter, vector(n), N, scalar(0.3)],
  momentum_update: [parameter, vector(n), parameter, N, scalar(0.3), scalar(0.9)],
  adam_update: [
    ...[parameter, vector(n), parameter, positive(parameter), N],
    // Of 1 − beta, float32 would leave nothing for one length in three.
    varying((s) => (s.n % 3 === 0 ? 1 - 1e-9 : 0.9)),
    varying((s) => (s.n % 3 === 1 ? 1 - 1e-9 : 0.999)),
    ...[1e-3, 0.01, 1.5].map(scalar),
  ],
};

export const KERNELS = Object.keys(TABLE) as KernelName[];

/** The sizes that a kernel takes. */
export function sizesOf(kernel: KernelName): Set<keyof Sizes> {
  const all = (TABLE[kernel] ?? []).flatMap((a) => (a.kind === 'size' ? [a.of] : []));
  return new Set(all);
}
