import type { Delta } from '../operands.js';

/** Losses, their gradients at the outputs, and what is counted beside them. The rules for all kernels are in ../contract.ts. */
export interface LossKernels {
  /** Σ (o − y)² over the m × n real elements, in float64: difference and square of the promoted
   * values; four partial sums over columns 0, 1, 2, 3 (mod 4), rows ascending inside a partial sum
   * (row by row, columns ascending); result (p0 + p1) + (p2 + p3). */
  mse_sum(o: number, ldo: number, y: number, ldy: number, m: number, n: number): number;
  /** d = f32(f32(o − y) * scale); the padding columns of d are set to +0. (m × n) */
  mse_delta(...args: [...Delta]): void;

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

  /** Σ |o − y| over the m × n real elements: float64, each term of promoted values, in the partial
   * sums of mse_sum. */
  l1_sum(o: number, ldo: number, y: number, ldy: number, m: number, n: number): number;
  /** d = f32(sign · scale), sign 1, +0 or −1 by f32(o − y) (NaN stays); the padding of d becomes
   * +0. */
  l1_delta(...args: [...Delta]): void;
  /** Σ of r²/2 where |r| ≤ delta, else delta (|r| − delta/2): b · (|r| − b/2) with b = min(|r|, delta)
   * and r = o − y, as l1_sum. Huber 1964; delta > 0. */
  huber_sum(
    o: number,
    ldo: number,
    y: number,
    ldy: number,
    m: number,
    n: number,
    delta: number,
  ): number;
  /** d = f32(scale · r), r = f32(o − y) limited to ±delta (NaN stays); the padding of d becomes +0. */
  huber_delta(...args: [...Delta, delta: number]): void;
  /** Σ (max(o, 0) − o y) + log(1 + e^−|o|): binary cross-entropy of the logits o against targets y in
   * 0 … 1, as l1_sum; the logarithm in float32 as in softplus_forward, e by exp. Within 2e-7 of a
   * term, for any finite logit; NaN for an infinite one. */
  binary_cross_entropy_sum(
    o: number,
    ldo: number,
    y: number,
    ldy: number,
    m: number,
    n: number,
  ): number;
  /** = sigmoid_forward(d, ldd, o, ldo, m, n); mse_delta(d, ldd, d, ldd, y, ldy, m, n, scale). */
  binary_cross_entropy_delta(...args: [...Delta]): void;
  /** Σ over the n columns of Σ_i y_i (log y_i − log softmax(o)_i): the Kullback-Leibler divergence of
   * softmax(o) from the target probabilities y (m classes × n). In float64, rows ascending, a term is
   * y · ((log y + log Σ e) + (h − o)), 0 log 0 = 0, with float32 log and Σ e as in softmax; columns in
   * four partial sums as in softmax_cross_entropy_sum. Within some 1e-7 a sample, absolute. */
  kl_divergence_sum(o: number, ldo: number, y: number, ldy: number, m: number, n: number): number;
  /** d = f32(f32(f32(softmax(o) · Σ_i y_i) − y) · scale), the sum sequential over the rows; the
   * padding of d becomes +0. */
  kl_divergence_delta(...args: [...Delta]): void;

  /** Samples of the n whose largest output (of m; the first of equals; a NaN is larger than nothing,
   * and nothing than one in row 0) is in the row that the label names. `y`: one row of n labels, read
   * in whole vectors. */
  class_hits(o: number, ldo: number, y: number, m: number, n: number): number;
  /** As class_hits, against the largest target of y (m × n; the first of equals). */
  argmax_hits(o: number, ldo: number, y: number, ldy: number, m: number, n: number): number;
  /** Elements with (o > threshold) equal to (y > 0.5), of m × n; a NaN is not above. */
  threshold_hits(
    o: number,
    ldo: number,
    y: number,
    ldy: number,
    m: number,
    n: number,
    threshold: number,
  ): number;
}
