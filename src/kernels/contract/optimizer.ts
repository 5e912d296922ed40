/** Updates of the parameters, and what is done to the gradients before. The rules for all kernels are in ../contract.ts. */
export interface OptimizerKernels {
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

  /** Nesterov's momentum, as in PyTorch: v = f32(f32(momentum · v) + g);
   * p = f32(p − f32(lr · f32(g + f32(momentum · v)))). */
  nesterov_update(
    p: number,
    g: number,
    v: number,
    count: number,
    learningRate: number,
    momentum: number,
  ): void;
  /** Adam with AMSGrad (Reddi et al. 2018): as adam_update, with w = (v < w ? w : v) in place of v
   * in the divisor. */
  amsgrad_update(
    p: number,
    g: number,
    m: number,
    v: number,
    w: number,
    count: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    stepSize: number,
    rootScale: number,
  ): void;
  /**
   * The scalings have their products rounded from left to right and 1 − rho, 1 − alpha rounded once,
   * as adam_update; every root, quotient and sum is rounded too.
   *
   * Adagrad's (Duchi et al. 2011): v = v + g·g; g = g / (√v + epsilon).
   */
  adagrad_scale(g: number, v: number, count: number, epsilon: number): void;
  /** Adadelta's (Zeiler 2012): v = rho·v + ((1−rho)·g)·g; u = (√(d + eps) / √(v + eps))·g;
   * d = rho·d + ((1−rho)·u)·u; g = u. */
  adadelta_scale(
    g: number,
    v: number,
    d: number,
    count: number,
    rho: number,
    epsilon: number,
  ): void;
  /** RMSprop's (Hinton 2012): v = alpha·v + ((1−alpha)·g)·g; g = g / (√v + epsilon). */
  rms_scale(g: number, v: number, count: number, alpha: number, epsilon: number): void;
  /** Centred: v as in rms_scale; c = alpha·c + (1−alpha)·g; g = g / (√w + epsilon), w = v − c·c, or
   * +0 where that is less than 0. */
  rms_scale_centered(
    g: number,
    v: number,
    c: number,
    count: number,
    alpha: number,
    epsilon: number,
  ): void;
  /** = rms_scale; sgd_update, and leaves g as it is. */
  rmsprop_update(
    p: number,
    g: number,
    v: number,
    count: number,
    learningRate: number,
    alpha: number,
    epsilon: number,
  ): void;

  /** a = f32(a + f32(factor · b)): L2 penalties, coupled weight decay. */
  add_scaled(a: number, b: number, count: number, factor: number): void;
  /** a = f32(a + s), s = factor where b > 0, −factor where b < 0, +0 where b is ±0, NaN where it is
   * NaN: L1 penalties. */
  add_sign(a: number, b: number, count: number, factor: number): void;
  /** a = f32(a · factor): decoupled weight decay, clipping by norm. */
  scale(a: number, count: number, factor: number): void;
  /** a = −limit where a < −limit, limit where a > limit; NaN stays: clipping by value. limit ≥ 0. */
  clamp(a: number, count: number, limit: number): void;
  /** Σ a² in float64, the squares exact, in four partial sums over the indices 0, 1, 2, 3 (mod 4),
   * each sequential from +0: (p0 + p1) + (p2 + p3). */
  square_sum(a: number, count: number): number;
  /** Σ |a|, as square_sum. */
  abs_sum(a: number, count: number): number;
}
