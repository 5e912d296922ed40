/** The derivatives, chosen by a type, so that a fused kernel is compiled for each activation. */
import { relu_gradient } from './relu';
import { sigmoid_gradient } from './sigmoid';
import { tanh_gradient } from './tanh';

/** ∂loss/∂z from d = ∂loss/∂h; A names the activation: i32 ReLU, f32 sigmoid, f64 tanh. */
export function slope<A>(d: v128, h: v128): v128 {
  if (isInteger<A>()) return relu_gradient(d, h);
  if (sizeof<A>() === 4) return sigmoid_gradient(d, h);
  return tanh_gradient(d, h);
}
