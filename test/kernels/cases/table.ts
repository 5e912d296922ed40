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
  reduced,
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
/** Few and small images, as wide as k. */
const images = () => 7;
const height = (s: Sizes) => (s.m === 0 ? 0 : 1 + (s.m % 4));
const channels = (s: Sizes) => (s.k < 16 ? 1 + (s.m & 1) : 1);
const pixels = (s: Sizes) => height(s) * s.k * channels(s);
/** Counter and key of a generator. */
const COUNTER = [3, 0x89abcdef, 0xffffffff, 0xdeadbeef, 0x12345678].map(scalar);
/** The number of the first word, whole vectors apart from row to row: over 2³² for one shape in five. */
const WORDS = [
  varying((s) => (s.n % 5 === 4 ? 2 ** 32 - 16 : 4 * s.k + 8 * s.m)),
  varying((s) => 4 * (s.n + (s.k % 3))),
  ...COUNTER,
];
const parameter = updated(vector(n));
const squares = positive(parameter);
/** Of 1 − beta, float32 would leave nothing for one length in three. */
const almostOne = (usual: number, rest = 0) =>
  varying((s) => (s.n % 3 === rest ? 1 - 1e-9 : usual));
const adam = [almostOne(0.9), almostOne(0.999, 1), ...[1e-3, 0.01, 1.5].map(scalar)];

const nn = [output(m, n), bare(m, k), input(k, n), M, N, K, GEMM];
const tn = [output(m, n), input(k, m), input(k, n), M, N, K, GEMM];
const nt = [cleared(output(m, n)), input(m, k), input(n, k), M, N, K];
const backward = [updated(input(m, n)), input(m, n), M, N];
const delta = [cleared(output(m, n)), input(m, n), input(m, n), M, N, scalar(0.3)];
const pair = [input(m, n), input(m, n), M, N];
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
  gather_images: [
    ...[cleared(output(pixels, n)), bare(images, pixels), indices(n, images), N],
    ...[reduced('m', height), K, varying(channels), vector((s) => 6 * s.n)],
  ],

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

  leaky_relu_forward: [...elementwise, scalar(0.1)],
  leaky_relu_backward: [...backward, scalar(0.1)],
  elu_forward: [...elementwise, scalar(1.3)],
  elu_backward: [...backward, scalar(1.3)],
  silu_forward: elementwise,
  silu_backward: backward,
  softplus_forward: elementwise,
  softplus_backward: backward,
  gelu_forward: elementwise,
  gelu_backward: backward,
  gelu_tanh_forward: elementwise,
  gelu_tanh_backward: backward,
  softmax_backward: backward,

  mse_sum: pair,
  mse_delta: delta,
  softmax: elementwise,
  softmax_cross_entropy_delta: [
    ...[cleared(output(m, n)), input(m, n), labels(row(n)), M, N, scalar(0.3)],
  ],
  softmax_cross_entropy_sum: [input(m, n), labels(row(n)), M, N],
  l1_sum: pair,
  l1_delta: delta,
  huber_sum: [...pair, scalar(0.4)],
  huber_delta: [...delta, scalar(0.4)],
  binary_cross_entropy_sum: pair,
  binary_cross_entropy_delta: delta,
  // The logarithm of a target less than 0 is NaN, which would hide all else.
  kl_divergence_sum: [input(m, n), positive(input(m, n)), M, N],
  kl_divergence_delta: delta,
  class_hits: [input(m, n), labels(row(n)), M, N],
  argmax_hits: pair,
  // Zeros meet the threshold exactly.
  threshold_hits: [...pair, varying((s) => (s.n % 2 === 0 ? 0 : 0.2))],
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
    ...COUNTER,
  ],
  dropout: [
    ...[...elementwise, varying((s) => [0x30000000, 0xb0000000, 0][s.m % 3]), scalar(1.3)],
    ...WORDS,
  ],
  noise_add: [updated(input(m, n)), M, N, scalar(0.7), ...WORDS],

  sgd_update: [parameter, vector(n), N, scalar(0.3)],
  momentum_update: [parameter, vector(n), parameter, N, scalar(0.3), scalar(0.9)],
  nesterov_update: [parameter, vector(n), parameter, N, scalar(0.3), scalar(0.9)],
  adam_update: [parameter, vector(n), parameter, squares, N, ...adam],
  amsgrad_update: [parameter, vector(n), parameter, squares, squares, N, ...adam],
  adagrad_scale: [parameter, squares, N, scalar(1e-3)],
  adadelta_scale: [parameter, squares, squares, N, almostOne(0.9), scalar(1e-3)],
  rms_scale: [parameter, squares, N, almostOne(0.99), scalar(1e-3)],
  rms_scale_centered: [parameter, squares, parameter, N, almostOne(0.9), scalar(1e-3)],
  rmsprop_update: [
    ...[parameter, vector(n), squares, N],
    ...[scalar(0.3), almostOne(0.99), scalar(1e-3)],
  ],

  add_scaled: [parameter, vector(n), N, scalar(0.3)],
  add_sign: [parameter, vector(n), N, scalar(0.3)],
  scale: [parameter, N, scalar(0.3)],
  clamp: [parameter, N, scalar(0.3)],
  square_sum: [vector(n), N],
  abs_sum: [vector(n), N],
};

export const KERNELS = Object.keys(TABLE) as KernelName[];

/** The sizes that a kernel takes. */
export function sizesOf(kernel: KernelName): Set<keyof Sizes> {
  const all = (TABLE[kernel] ?? []).flatMap((a) => (a.kind === 'size' ? [a.of] : []));
  return new Set(all);
}
