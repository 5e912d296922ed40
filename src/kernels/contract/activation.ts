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

  /** a = z < 0 ? f32(slope · z) : z (NaN passes through). In place allowed. 0 ≤ slope < 1. */
  leaky_relu_forward(...args: [...Elementwise, slope: number]): void;
  /** d = h <= 0 ? f32(d · slope) : d, in place, h the activation. */
  leaky_relu_backward(...args: [...Elementwise, slope: number]): void;
  /** a = z > 0 ? z : f32(alpha · (eᶻ − 1)) without cancellation. In place allowed. */
  elu_forward(...args: [...Elementwise, alpha: number]): void;
  /** d = z > 0 ? d : d · alpha · eᶻ, in place, z the argument of the activation. */
  elu_backward(...args: [...Elementwise, alpha: number]): void;
  /** a = z · sigmoid(z). In place allowed. */
  silu_forward(...args: [...Elementwise]): void;
  /** d = d · s · (1 + z (1 − s)) with s = sigmoid(z), in place, z the argument. */
  silu_backward(...args: [...Elementwise]): void;
  /** a = log(1 + eᶻ). In place allowed. */
  softplus_forward(...args: [...Elementwise]): void;
  /** d = d · sigmoid(z), in place, z the argument. */
  softplus_backward(...args: [...Elementwise]): void;
  /** a = z · Φ(z), Φ the standard normal distribution: GELU by erf (Hendrycks & Gimpel 2016). */
  gelu_forward(...args: [...Elementwise]): void;
  /** d = d · (Φ(z) + z φ(z)), in place, z the argument. */
  gelu_backward(...args: [...Elementwise]): void;
  /** a = z / 2 · (1 + tanh(√(2/π) (z + 0.044715 z³))): GELU's tanh form. */
  gelu_tanh_forward(...args: [...Elementwise]): void;
  /** Its gradient times d, in place, z the argument. */
  gelu_tanh_backward(...args: [...Elementwise]): void;
  /** d = h · (d − Σ d h) column by column, the sum sequential over the rows; in place, h the
   * softmax. */
  softmax_backward(...args: [...Elementwise]): void;
}
