import type { ActivationKernels } from './contract/activation.js';
import type { LossKernels } from './contract/loss.js';
import type { OptimizerKernels } from './contract/optimizer.js';
import type { RandomKernels } from './contract/random.js';
import type { Neuron, NeuronGradient, Product } from './operands.js';

/**
 * The kernels: an interface over byte offsets and sizes in one linear memory. It is implemented
 * twice, `wasm` (SIMD) and `reference` (plain JS with Math.fround), with the same bits.
 *
 * Contract, stated once for all of them:
 * - A matrix is row-major float32: element (i, j) of `a` is at byte `a + 4 * (i * lda + j)`.
 *   Activations are feature-major: rows are neurons, columns are samples.
 * - A kernel reads whole vectors: an operand that is read or written along its columns owns
 *   ceil4(columns) floats in every row (`ld >= ceil4(columns)`). Padding columns of an output
 *   hold unspecified values unless a kernel states otherwise; nothing is written beyond them.
 *   Padding columns of an input never influence a real column of an output.
 * - Offsets are multiples of 4; no other alignment is required. An output overlaps no input
 *   unless the kernel says "in place".
 * - Every kernel states its order of summation, chosen from the full shape. *Sequential* is
 *   `acc = +0; acc = f32(acc + f32(a * b))` over ascending index. *Interleaved* keeps four
 *   partial sums p0..p3 over the indices 0, 1, 2, 3 (mod 4), each sequential, and ends with
 *   `f32(f32(p0 + p1) + f32(p2 + p3))`.
 * - Scalars are float64, rounded to float32 once at entry.
 * - No kernel allocates; none throws. Sizes of 0 (m, n or k) are allowed and do nothing.
 * - `scratch`: `gemmScratchBytes(m, n, k)` bytes, of unspecified content before and after.
 * - "= a; b": the bits of kernel a followed by kernel b, in fewer passes.
 */
export interface Kernels extends ActivationKernels, LossKernels, OptimizerKernels, RandomKernels {
  readonly backend: Backend;

  /** dst (width × n) ← transpose of the rows `src[rows[j]]` (float32, `lds` floats apart, `width`
   * used, no padding needed). `rows`: n uint32. The padding columns of dst are set to +0. */
  gather_rows(
    dst: number,
    ldd: number,
    src: number,
    lds: number,
    rows: number,
    n: number,
    width: number,
  ): void;

  /** C (m × n) = A (m × k) · B (k × n). Sequential over k. A needs no padding columns. */
  gemm_nn(...args: [...Product, scratch: number]): void;
  /** C = A · B, then f32(c + bias[i]) in every column. `bias`: m floats. */
  gemm_nn_bias(...args: [...Product, scratch: number, bias: number]): void;
  /** As gemm_nn_bias, then relu (see relu_forward). */
  gemm_nn_bias_relu(...args: [...Product, scratch: number, bias: number]): void;
  /** C (m × n) = Aᵀ · B with A (k × m), B (k × n). Sequential over k. */
  gemm_tn(...args: [...Product, scratch: number]): void;
  /** As gemm_tn, then relu_backward with the activations `h` (m × n). C may be `h` itself. */
  gemm_tn_relu_backward(...args: [...Product, scratch: number, h: number, ldh: number]): void;
  /** C (m × n) = A · Bᵀ with A (m × k), B (n × k). Sequential over exactly k real samples.
   * The padding columns n … ceil4(n) of C are set to +0. */
  gemm_nt(...args: [...Product, scratch: number]): void;
  /** As gemm_nt, interleaved over k: for thin results (m ≤ 2 or n ≤ 4). Needs no scratch. */
  gemm_nt_dot(...args: [...Product]): void;

  /** = gemm_nt_dot; row_sum(sum, a, lda, m, k): the weight and bias gradients of a layer with at
   * most four inputs, or of an output layer with one or two neurons. */
  gemm_nt_dot_row_sum(...args: [...Product, sum: number]): void;

  /** z (m × n) = f32(z + bias[i]), in place. */
  bias_add(z: number, ldz: number, bias: number, m: number, n: number): void;
  /** dst[i] = Σ_j a[i, j] over the n real columns, interleaved. dst: m floats. */
  row_sum(dst: number, a: number, lda: number, m: number, n: number): void;

  /**
   * A ReLU layer of m neurons over k inputs, and the one output neuron over it:
   * = gemm_nn_bias_relu(h, ldh, w, ldw, x, ldx, m, n, k, scratch, bias);
   *   gemm_nn_bias(o, ·, v, ·, h, ldh, 1, n, m, scratch, c).
   * o (1 × n), v: m floats, c: 1 float. One pass for k ≤ 4. `scratch` must serve both products.
   */
  relu_neuron_forward(
    h: number,
    ldh: number,
    w: number,
    ldw: number,
    x: number,
    ldx: number,
    m: number,
    n: number,
    k: number,
    scratch: number,
    bias: number,
    o: number,
    v: number,
    c: number,
  ): void;
  /**
   * The way back through one output neuron (weights v, delta e: 1 × n) and the ReLU layer h (m × n)
   * under it: = gemm_nt_dot(dv, ·, e, ·, h, ldh, 1, m, n);
   *   gemm_tn_relu_backward(d, ldd, v, ·, e, ·, m, n, 1, ·, h, ldh); row_sum(db, d, ldd, m, n).
   * dv (1 × m) owns ceil4(m) floats. d may be h itself.
   */
  relu_neuron_backward(...args: [...Neuron]): void;
  /**
   * = relu_neuron_backward(d, …); gemm_nt_dot(dw, lddw, d, ldd, x, ldx, m, k, n), and leaves d
   * unspecified: for a layer whose inputs x (k × n) need no gradient. One pass for k ≤ 4.
   */
  relu_neuron_gradient(...args: [...NeuronGradient]): void;
  /** As relu_neuron_backward, with gemm_tn and sigmoid_backward for the delta; d is not h. */
  sigmoid_neuron_backward(...args: [...Neuron]): void;
  /** = sigmoid_neuron_backward; as relu_neuron_gradient. */
  sigmoid_neuron_gradient(...args: [...NeuronGradient]): void;
  /** As relu_neuron_backward, with gemm_tn and tanh_backward for the delta; d is not h. */
  tanh_neuron_backward(...args: [...Neuron]): void;
  /** = tanh_neuron_backward; as relu_neuron_gradient. */
  tanh_neuron_gradient(...args: [...NeuronGradient]): void;
}

/** `wasm`: SIMD kernels; `js`: the reference kernels. */
export type Backend = 'wasm' | 'js';

/** Rounds up to a whole number of 4-float vectors. */
export const ceil4 = (n: number): number => (n + 3) & ~3;
