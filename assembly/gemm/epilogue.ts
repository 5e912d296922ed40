/** What a finished element of a product goes through before it is stored. */
import { relu, relu_gradient } from '../activation/relu';

export const PLAIN: i32 = 0;
/** + e[row] */
export const BIAS: i32 = 1;
/** relu(+ e[row]) */
export const BIAS_RELU: i32 = 2;
/** masked by the activations e[row, column] */
export const RELU_BACKWARD: i32 = 3;

/** `e`: the row's bias or activations; `column`: byte offset of x in the row. */
export function finish(x: v128, kind: i32, e: usize, column: usize): v128 {
  if (kind === PLAIN) return x;
  if (kind === RELU_BACKWARD) return relu_gradient(x, v128.load(e + column));
  const z = f32x4.add(x, v128.load32_splat(e));
  return kind === BIAS ? z : relu(z);
}
