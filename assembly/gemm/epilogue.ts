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
  return kind === RELU_BACKWARD ? finish_delta(x, kind, e, column) : finish_layer(x, kind, e);
}

/** For products that make a layer: any kind but RELU_BACKWARD. */
export function finish_layer(x: v128, kind: i32, e: usize): v128 {
  if (kind === PLAIN) return x;
  const z = f32x4.add(x, v128.load32_splat(e));
  return kind === BIAS ? z : relu(z);
}

/** For products that make a delta: PLAIN or RELU_BACKWARD. */
export function finish_delta(x: v128, kind: i32, e: usize, column: usize): v128 {
  return kind === PLAIN ? x : relu_gradient(x, v128.load(e + column));
}
