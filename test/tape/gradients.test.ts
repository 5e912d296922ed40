import { describe, expect, it } from 'vitest';
import {
  add,
  gradients,
  matmul,
  mul,
  type Parameter,
  relu,
  scale,
  squareSum,
  sum,
  tanh,
  transpose,
  type Value,
} from '../../src/entries/tape.js';
import { BACKENDS, numbersOf, tapes } from './support.js';

describe.each(BACKENDS)('gradients add up over all ways to the loss, %s', (backend) => {
  const tape = tapes[backend];

  function slopes(loss: (...parameters: Parameter[]) => Value, ...at: number[]): number[] {
    const parameters = at.map((number) => tape.parameter([[number]]));
    return tape.record(() => gradients(loss(...parameters), parameters).map((each) => each.item()));
  }

  it.each<[string, (...p: Parameter[]) => Value, number[], number[]]>([
    ['x + x', (x) => add(x, x), [3], [2]],
    ['x · x', (x) => mul(x, x), [3], [6]],
    ['x · x · x', (x) => mul(mul(x, x), x), [2], [12]],
    ['a product with itself', (x) => matmul(x, x), [3], [6]],
    [
      'a diamond',
      (x) => {
        const y = mul(x, x);
        return add(scale(y, 3), mul(y, y));
      },
      [2],
      [12 + 32],
    ],
    ['two parameters', (x, y) => mul(add(x, y), x), [2, 5], [9, 2]],
    ['the parameter alone', (x) => x, [4], [1]],
  ])('%s', (_, loss, at, expected) => {
    expect(slopes(loss, ...at)).toEqual(expected);
  });

  it('gives zeros of its shape for a parameter that the loss does not depend on', () => {
    const [used, unused] = [tape.parameter([[2]]), tape.parameter(numbersOf(3, 5, 1))];
    tape.record(() => {
      const elsewhere = relu(unused);
      const [first, second, third] = gradients(mul(used, used), [unused, used, elsewhere]);
      expect([first.rows, first.columns]).toEqual([3, 5]);
      expect([...first.read(), ...third.read()]).toEqual(Array(30).fill(0));
      expect(second.item()).toBe(4);
    });
  });

  it('shares weights: those of both layers of an autoencoder', () => {
    const numbers = numbersOf(3, 4, 1);
    const w = tape.parameter(numbers);
    const [up, down] = [tape.parameter(numbers), tape.parameter(numbers)];
    const x = tape.constant(numbersOf(4, 6, 2));
    const code = (a: Value, b: Value) => squareSum(matmul(transpose(b), tanh(matmul(a, x))));
    tape.record(() => {
      const [shared] = gradients(code(w, w), [w]);
      const [first, second] = gradients(code(up, down), [up, down]);
      expect([...shared.read()]).toEqual([...add(second, first).read()]);
    });
  });

  it('are those of values in between, too, and may be asked for again', () => {
    const x = tape.parameter([[3]]);
    tape.record(() => {
      const y = mul(x, x);
      const loss = mul(y, y);
      const first = gradients(loss, [y, x, loss]).map((each) => each.item());
      expect(first).toEqual([18, 108, 1]);
      expect(gradients(loss, [x])[0].item()).toBe(108);
      expect(gradients(y, [x])[0].item()).toBe(6);
    });
  });

  it('are constants of what is computed with them', () => {
    const x = tape.parameter([[3]]);
    tape.record(() => {
      const [slope] = gradients(mul(x, x), [x]);
      expect(slope.tracked).toBe(false);
      expect(gradients(mul(slope, x), [x])[0].item()).toBe(6);
    });
  });
});

describe('gradients refuse', () => {
  const tape = tapes.wasm;
  const w = tape.parameter(numbersOf(2, 3, 1));

  it.each<[string, () => unknown, string]>([
    [
      'a loss that is no number',
      () => gradients(relu(w), [w]),
      'gradients: found a loss of 2 × 3, expected 1 × 1, such as a sum or mean',
    ],
    [
      'a loss without parameters',
      () => gradients(sum(tape.constant([1])), [w]),
      'gradients: found a loss that depends on no parameter, expected one that is computed from some',
    ],
    [
      'a constant',
      () => {
        const x = tape.constant([[1, 2, 3]]);
        return gradients(sum(add(w, x)), [w, x]);
      },
      'gradients: found a 1 × 3 value that depends on no parameter, expected parameters or what is ' +
        'computed from some',
    ],
    [
      'parameters that changed in between',
      () => {
        const loss = sum(relu(w));
        w.write(w.read());
        return gradients(loss, [w]);
      },
      'gradients: found a 2 × 3 value that was changed since relu took it, expected it as it was',
    ],
    [
      'a parameter that stands alone',
      () => gradients(sum(w), w as unknown as Value[]),
      'gradients: found no list of parameters, expected one: [w, b]',
    ],
    [
      'what is no value',
      () => gradients(sum(w), [undefined as unknown as Value]),
      'gradients: found nothing, expected a value of a tape',
    ],
    [
      'an operation that knows no way back',
      () => tape.compute({ name: 'mine', inputs: [w], shape: w, forward() {}, backward: [] }),
      'mine: found no way back to input 1, expected one in backward',
    ],
    [
      'a way back to another shape',
      () => {
        const backward = [() => tape.constant([[1]])];
        const mine = { name: 'mine', inputs: [w], shape: w, forward() {}, backward };
        return gradients(sum(tape.compute(mine)), [w]);
      },
      'backward of mine: found a 1 × 1 value, expected the shape 2 × 3 of its input',
    ],
  ])('%s', (_, attempt, message) => {
    expect(() => tape.record(attempt)).toThrow(message);
  });

  it('and nothing is tracked less after they have', () => {
    tape.record(() => expect(relu(w).tracked).toBe(true));
  });
});
