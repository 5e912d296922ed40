import { ceil4 } from '../kernels/contract.js';
import { matmul } from './products.js';
import { type Shape, shapeOf, type Value } from './value.js';

/**
 * Repeats a row, a column or a single number until the shape is filled. The way back collects.
 *
 * @param name what errors call it: the operation that needs it.
 */
export function spread(name: string, a: Value, shape: Shape): Value {
  if (shapeOf(a) === shapeOf(shape)) return a;
  const forward = ({ data, rows, columns, ld }: Value) => {
    const from = a.data;
    for (let i = 0; i < rows; i++) {
      const row = data.subarray(i * ld, i * ld + columns);
      const start = a.rows === 1 ? 0 : i * a.ld;
      if (a.columns === 1) row.fill(from[start]);
      else row.set(from.subarray(start, start + columns));
    }
  };
  const backward = (gradient: Value) => collect(name, gradient, a);
  return a.tape.compute({ name, inputs: [a], shape, forward, backward: [backward] });
}

/** Sums over rows, columns or both, until the shape is left. The way back spreads. */
export function collect(name: string, a: Value, shape: Shape): Value {
  if (shapeOf(a) === shapeOf(shape)) return a;
  if (shape.columns > 1) {
    const ones = a.tape.constant([new Float32Array(a.rows).fill(1)]);
    return matmul(ones, a);
  }
  const forward = (result: Value) =>
    a.tape.scratch(4 * ceil4(a.rows), (sums) => {
      const { kernels } = a.tape;
      kernels.row_sum(sums, a.at, a.ld, a.rows, a.columns);
      if (shape.rows === 1) kernels.row_sum(result.at, sums, a.rows, 1, a.rows);
      else stand(result, new Float32Array(kernels.memory.buffer, sums, a.rows));
    });
  const backward = (gradient: Value) => spread(name, gradient, a);
  return a.tape.compute({ name, inputs: [a], shape, forward, backward: [backward] });
}

/** Numbers that lie side by side, as a column. */
function stand({ data, ld }: Value, numbers: Float32Array): void {
  for (let i = 0; i < numbers.length; i++) data[i * ld] = numbers[i];
}
