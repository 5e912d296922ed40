import type { Delta, Elementwise, Neuron, NeuronGradient, Product } from './operands.js';

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
export interface Kernels {
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

  /** a = z < 0 ? +0 : z (NaN and −0 pass through). In place allowed. (m × n) */
  relu_forward(a: number, lda: number, z: number, ldz: number, m: number, n: number): void;
  /** d = h <= 0 ? +0 : d, in place (PyTorch: the gradient at 0 is 0; NaN in h passes d). (m × n) */
  relu_backward(d: number, ldd: number, h: number, ldh: number, m: number, n: number): void;

  /** a = eᶻ, over the whole range: 0 below −104, subnormal results, infinite from 88.73 on; within
   * 1 ULP. In place allowed, as in the three below. NaN passes through all of them. (m × n) */
  exp(...args: [...Elementwise]): void;
  /** a = log z: −∞ at ±0, NaN below 0; within 0.8 ULP. */
  log(...args: [...Elementwise]): void;
  /** a = 1 / (1 + e⁻ᶻ), within 2.4 ULP. */
  sigmoid_forward(...args: [...Elementwise]): void;
  /** a = tanh z, within 1.5 ULP. */
  tanh_forward(...args: [...Elementwise]): void;
  /** d = f32(f32(d * h) * f32(1 − h)), in place, h the activation. (m × n) */
  sigmoid_backward(d: number, ldd: number, h: number, ldh: number, m: number, n: number): void;
  /** d = f32(d * f32(1 − f32(h * h))), in place, h the activation. (m × n) */
  tanh_backward(d: number, ldd: number, h: number, ldh: number, m: number, n: number): void;

  /** Σ (o − y)² over the m × n real elements, in float64: difference and square of the promoted
   * values; four partial sums over columns 0, 1, 2, 3 (mod 4), rows ascending inside a partial sum
   * (row by row, columns ascending); result (p0 + p1) + (p2 + p3). */
  mse_sum(o: number, ldo: number, y: number, ldy: number, m: number, n: number): number;
  /** d = f32(f32(o − y) * scale); the padding columns of d are set to +0. (m × n) */
  mse_delta(...args: [...Delta]): void;

  /** a = softmax of each column of z (m classes × n samples): with h the largest of the column,
   * e_i = exp(f32(z_i − h)), a_i = f32(e_i / Σ e), the sum sequential over the rows; see exp. Any
   * finite logits. In place allowed. */
  softmax(...args: [...Elementwise]): void;
  /** d = f32(f32(softmax(o) − hot) * scale), hot = 1 in the row that the sample's label names, else
   * 0; the padding columns of d are set to +0. `y`: one row of n labels, float32 whole numbers from
   * 0 to m − 1 (any other names no row). Reads whole vectors of y. (m × n) */
  softmax_cross_entropy_delta(
    d: number,
    ldd: number,
    o: number,
    ldo: number,
    y: number,
    m: number,
    n: number,
    scale: number,
  ): void;
  /** Σ over the n samples of −log softmax(o) at the label's row, each in float64 as
   * log(Σ e) + (h − o_label), with float32 log and Σ e as above; four partial sums over columns
   * 0, 1, 2, 3 (mod 4), result (p0 + p1) + (p2 + p3). 0 without classes. */
  softmax_cross_entropy_sum(o: number, ldo: number, y: number, m: number, n: number): number;

  /** = mse_delta; row_sum(sum, d, ldd, m, n): the output delta and its bias gradient. */
  mse_delta_row_sum(...args: [...Delta, sum: number]): void;

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
  sigmoid_neuron_gradient(...args: [...NeuronGradient]): void;
  /** As relu_neuron_backward, with gemm_tn and tanh_backward for the delta; d is not h. */
  tanh_neuron_backward(...args: [...Neuron]): void;
  tanh_neuron_gradient(...args: [...NeuronGradient]): void;

  /**
   * dst[i, j] = f32(scale · (2u − 1)), float64 up to the rounding, with u = word ÷ 2³² and word
   * number `first + i·n + j` of Philox 4×32-10: counter (number ÷ 4, c1, c2, c3), key (k0, k1), all
   * uint32. Uniform on ±scale. (m × n; the padding is not written)
   */
  uniform_fill(
    dst: number,
    ldd: number,
    m: number,
    n: number,
    scale: number,
    first: number,
    c1: number,
    c2: number,
    c3: number,
    k0: number,
    k1: number,
  ): void;

  /** p = f32(p − f32(lr * g)) over `count` floats (any count). */
  sgd_update(p: number, g: number, count: number, learningRate: number): void;
  /** v = f32(f32(momentum * v) + g); p = f32(p − f32(lr * v)). */
  momentum_update(
    p: number,
    g: number,
    v: number,
    count: number,
    learningRate: number,
    momentum: number,
  ): void;
  /**
   * Adam (Kingma & Ba 2015, as in PyTorch), every operation rounded to float32:
   * m = beta1·m + (1−beta1)·g; v = beta2·v + ((1−beta2)·g)·g;
   * p = p − (stepSize·m) / (√v·rootScale + epsilon),
   * with stepSize = lr / (1 − beta1^t) and rootScale = 1 / √(1 − beta2^t) from the caller.
   */
  adam_update(
    p: number,
    g: number,
    m: number,
    v: number,
    count: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    stepSize: number,
    rootScale: number,
  ): void;
}

/** `wasm`: SIMD kernels; `js`: the reference kernels. */
export type Backend = 'wasm' | 'js';

/** Rounds up to a whole number of 4-float vectors. */
export const ceil4 = (n: number): number => (n + 3) & ~3;
