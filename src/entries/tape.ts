/**
 * A tape for the curious: layers, losses and training loops by hand, differentiated over the kernels
 * of the trainer.
 *
 * @module lanewise/tape
 */
export { InputError, type Problem } from '../config/problem.js';
export type { InitConfig, InitName, OptimizerConfig } from '../config/types.js';
export {
  elu,
  gelu,
  geluTanh,
  leakyRelu,
  linear,
  relu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
} from '../tape/activations.js';
export { add, div, exp, log, mul, scale, sub } from '../tape/arithmetic.js';
export { type DrawSettings, drawLayer, type LayerParameters } from '../tape/draw-layer.js';
export { gradients } from '../tape/gradients.js';
export {
  binaryCrossEntropy,
  halfSse,
  huber,
  klDivergence,
  l1,
  mse,
  smoothL1,
  softmaxCrossEntropy,
} from '../tape/losses.js';
export type { Numbers } from '../tape/numbers.js';
export { Optimizer, type OptimizerSettings } from '../tape/optimizer.js';
export { Parameter } from '../tape/parameter.js';
export { matmul, transpose } from '../tape/products.js';
export type { Backward, Differentiable } from '../tape/recording.js';
export { absSum, columnSum, mean, rowSum, squareSum, sum } from '../tape/reductions.js';
export { Tape } from '../tape/tape.js';
export { type Shape, Value } from '../tape/value.js';
