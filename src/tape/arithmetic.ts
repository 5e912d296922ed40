import { describeValue } from '../config/text.js';
import { tapeOf } from './operands.js';
import type { Backward } from './recording.js';
import { refuse } from './refuse.js';
import { spread } from './spread.js';
import { shapeOf, Value } from './value.js';

/**
 * a + b, element by element. As in all four, a row, a column or a single number is repeated to the
 * shape of the other, and a plain number will do: a bias is a column beside the samples. `add_scaled`.
 *
 * @throws {InputError} for shapes of which that cannot be said.
 */
export function add(a: Value | number, b: Value | number): Value {
  const same: Backward = (gradient) => gradient;
  return elementwise('add', a, b, addScaled(1), () => [same, same]);
}

/** a − b, element by element; see add. `add_scaled`. */
export function sub(a: Value | number, b: Value | number): Value {
  const back: Backward[] = [(gradient) => gradient, (gradient) => scale(gradient, -1)];
  return elementwise('sub', a, b, addScaled(-1), () => back);
}

/** a · b, element by element; see add. No kernel: float32 products in plain JS, the same everywhere. */
export function mul(a: Value | number, b: Value | number): Value {
  if (typeof b === 'number') return scale(a as Value, b);
  if (typeof a === 'number') return scale(b, a);
  return elementwise(
    'mul',
    a,
    b,
    each((x, y) => x * y),
    (x, y) => [(gradient) => mul(gradient, y), (gradient) => mul(gradient, x)],
  );
}

/** a ÷ b, element by element; see add. No kernel, as mul. */
export function div(a: Value | number, b: Value | number): Value {
  return elementwise(
    'div',
    a,
    b,
    each((x, y) => x / y),
    (_, y) => [
      (gradient) => div(gradient, y),
      (gradient, result) => scale(mul(gradient, div(result, y)), -1),
    ],
  );
}

/** factor · a, the factor rounded to float32. `scale`. */
export function scale(a: Value, factor: number): Value {
  const tape = tapeOf('scale', a);
  if (typeof factor !== 'number') refuse('scale', describeValue(factor), 'a number as factor');
  const forward = (result: Value) => {
    result.data.set(a.data);
    tape.kernels.scale(result.at, result.data.length, factor);
  };
  const backward = [(gradient: Value) => scale(gradient, factor)];
  return tape.compute({ name: 'scale', inputs: [a], shape: a, forward, backward });
}

/** eᵃ, element by element, within 1 ULP. `exp`. */
export function exp(a: Value): Value {
  return mapped('exp', a, (gradient, result) => mul(gradient, result));
}

/** The natural logarithm, element by element, within 0.8 ULP; −∞ at 0, NaN below. `log`. */
export function log(a: Value): Value {
  return mapped('log', a, (gradient) => div(gradient, a));
}

function mapped(kernel: 'exp' | 'log', a: Value, backward: Backward): Value {
  const tape = tapeOf(kernel, a);
  const forward = (result: Value) =>
    tape.kernels[kernel](result.at, result.ld, a.at, a.ld, a.rows, a.columns);
  return tape.compute({ name: kernel, inputs: [a], shape: a, forward, backward: [backward] });
}

/** Writes to c what it makes of x and y, all of one shape. */
type Forward = (c: Value, x: Value, y: Value) => void;

const addScaled =
  (factor: number): Forward =>
  (c, x, y) => {
    c.data.set(x.data);
    c.tape.kernels.add_scaled(c.at, y.at, c.data.length, factor);
  };

/** Of two floats, a product or quotient in float64 rounds to the one in float32. */
const each =
  (of: (x: number, y: number) => number): Forward =>
  (c, x, y) => {
    const [to, left, right] = [c.data, x.data, y.data];
    for (let i = 0; i < to.length; i++) to[i] = of(left[i], right[i]);
  };

function elementwise(
  name: string,
  a: Value | number,
  b: Value | number,
  forward: Forward,
  backward: (x: Value, y: Value) => readonly Backward[],
): Value {
  const values = [a, b].filter((operand) => typeof operand !== 'number');
  const tape = tapeOf(name, ...(values.length > 0 ? values : [a]));
  const [left, right] = [a, b].map((each) => (each instanceof Value ? each : tape.constant(each)));
  const shape = {
    rows: common(left.rows, right.rows),
    columns: common(left.columns, right.columns),
  };
  if (Number.isNaN(shape.rows + shape.columns)) {
    refuse(name, `${shapeOf(left)} and ${shapeOf(right)}`, 'equal sizes, or 1 where they differ');
  }
  const [x, y] = [spread(name, left, shape), spread(name, right, shape)];
  return tape.compute({
    name,
    inputs: [x, y],
    shape,
    forward: (c) => forward(c, x, y),
    backward: backward(x, y),
  });
}

/** The size of what a row or column of 1 is repeated to. */
function common(a: number, b: number): number {
  if (a === b || b === 1) return a;
  return a === 1 ? b : Number.NaN;
}
