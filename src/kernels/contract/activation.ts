import type { Elementwise } from '../operands.js';

/** Functions over a matrix, and the gradients of those that are activations. The rules for all kernels are in ../contract.ts. */
export interface ActivationKernels {
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

  /** a = softmax of each column of z (m classes × n samples): with h the largest of the column,
   * e_i = exp(f32(z_i − h)), a_i = f32(e_i / Σ e), the sum sequential over the rows; see exp. Any
   * finite logits. In place allowed. */
  softmax(...args: [...Elementwise]): void;

  /** a = z < 0 ? f32(z · slope) : z (NaN passes through). In place allowed. 0 ≤ slope < 1. */
  leaky_relu_forward(...args: [...Elementwise, slope: number]): void;
  /** d = h <= 0 ? f32(d · slope) : d, in place, h the activation (NaN in h passes d). */
  leaky_relu_backward(...args: [...Elementwise, slope: number]): void;

  // The activations made of an exponential. Each float32 operation is rounded in the order written
  // here; y = |z|, e = e^−u is within 1 ULP and +0 from u = 104 on, i = 1 / (1 + e) and
  // j = e / (1 + e) are the sigmoids of u and −u. Bounds are in units of the last place of the result
  // or of 2⁻¹⁰⁰, whichever is larger, over all floats; limits are taken at ±∞, and NaN passes through.
  // Forward in place allowed; backward in place, z the argument of the activation, d = f32(d · slope).

  /** a = z < 0 ? f32(alpha · expm1(z)) : z, expm1 = (2ᵏ − 1) + 2ᵏ (eʳ − 1), −1 below −18; within
   * 1.7 ULP. PyTorch's ELU. */
  elu_forward(...args: [...Elementwise, alpha: number]): void;
  /** Slope z > 0 ? 1 : f32(alpha · e), u = y, within 1.7 ULP. */
  elu_backward(...args: [...Elementwise, alpha: number]): void;
  /** a = z · sigmoid(z) = z < 0 ? −y · j : z · i, u = y, within 3.4 ULP. */
  silu_forward(...args: [...Elementwise]): void;
  /** Slope s · (1 + z · t), s = sigmoid(z) = z < 0 ? j : i and t the other of the two; within 5.5 ULP
   * of itself or s, the larger: it is 0 at −1.278. */
  silu_backward(...args: [...Elementwise]): void;
  /** a = log(1 + eᶻ) = max(z, 0) + log(1 + e), u = y, by the series of log((1 + s) / (1 − s)) in
   * s = e / (2 + e) (assembly/math/softplus.ts); within 2.5 ULP however small the result. */
  softplus_forward(...args: [...Elementwise]): void;
  /** Slope sigmoid(z) = z < 0 ? j : i, u = y, within 2.5 ULP. */
  softplus_backward(...args: [...Elementwise]): void;
  /** a = z · Φ(z) = max(z, 0) − e · (y · R), Φ the standard normal distribution, u = y²/2 in two
   * parts, R = Φ(−y) / e as a quotient of polynomials (assembly/math/normal.ts); within 7 ULP,
   * in the tail too. GELU by erf (Hendrycks & Gimpel 2016). */
  gelu_forward(...args: [...Elementwise]): void;
  /** Slope Φ(z) + z φ(z) = z < 0 ? g : 1 − g, g = e · (R − y / √(2π)); within 6.2 ULP of itself or
   * Φ(z), the larger: it is 0 at −0.752. */
  gelu_backward(...args: [...Elementwise]): void;
  /** a = z / 2 · (1 + tanh(√(2/π) (z + 0.044715 z³))): GELU's tanh form, as silu_forward with
   * u = y · (G1 + G3 · (y · y)), G1 = 2 √(2/π), G3 = 0.044715 G1. Within 2.7 ULP, below 0 within
   * 2.7 (1 + u): the rounding of u. */
  gelu_tanh_forward(...args: [...Elementwise]): void;
  /** Slope s · (1 + v · t), as silu_backward, v = z · ((G1 + c) + (c + c)), c = G3 · (y · y). Within
   * 3.5 ULP, below 0 within 3.5 (1 + u), of itself or s, the larger. */
  gelu_tanh_backward(...args: [...Elementwise]): void;

  /** d = f32(h · f32(d − Σ d h)) column by column, the sum sequential over the rows; in place, h the
   * softmax (m classes × n samples). */
  softmax_backward(...args: [...Elementwise]): void;
}
