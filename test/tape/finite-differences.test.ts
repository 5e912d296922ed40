import { describe, expect, it } from 'vitest';
import { gradients, mul, sum } from '../../src/entries/tape.js';
import * as f64 from './float64.js';
import { OPERATIONS, type OperationCase } from './operations.js';
import { BACKENDS, deviation, numbersOf, tapes } from './support.js';

const STEP = 1e-6;

/** Σ weights · result: every element of the result has a gradient of its own. */
function lossIn64({ in64 }: OperationCase, inputs: f64.Matrix[], weights: number[][]): f64.Scalar {
  const weighted = f64.pairwise(in64(...inputs), f64.matrixOf(weights), f64.times);
  return f64.total(weighted.flat());
}

function setup(operation: OperationCase) {
  const numbers = operation.shapes.map(([rows, columns], i) =>
    numbersOf(rows, columns, i, operation.positive),
  );
  const inputs = numbers.map(f64.matrixOf);
  const result = operation.in64(...inputs);
  return { numbers, inputs, result, weights: numbersOf(result.length, result[0].length, 9) };
}

/** Central differences of the loss at every number. */
function differences(operation: OperationCase, numbers: number[][][], weights: number[][]) {
  const value = () => lossIn64(operation, numbers.map(f64.matrixOf), weights).value;
  return numbers.map((matrix) =>
    matrix.map((row) =>
      row.map((number, j) => {
        row[j] = number + STEP;
        const above = value();
        row[j] = number - STEP;
        const below = value();
        row[j] = number;
        return (above - below) / (2 * STEP);
      }),
    ),
  );
}

describe.each(OPERATIONS.map((each) => [each.name, each] as const))('%s', (_, operation) => {
  const { numbers, inputs, result, weights } = setup(operation);
  const expected = differences(operation, numbers, weights);

  it('has an oracle that agrees with finite differences', () => {
    f64.backward(lossIn64(operation, inputs, weights));
    expect(deviation(inputs.map(f64.gradientsOf), expected)).toBeLessThan(1e-8);
  });

  it('has the value and the gradients of finite differences, the same bits on both backends', () => {
    const found = BACKENDS.map((backend) => {
      const tape = tapes[backend];
      const parameters = numbers.map((matrix) => tape.parameter(matrix));
      return tape.record(() => {
        const value = operation.on(...parameters);
        const loss = sum(mul(value, tape.constant(weights)));
        return {
          value: value.read(),
          gradients: gradients(loss, parameters).map((each) => each.read()),
        };
      });
    });
    expect(deviation(found[0].value, f64.valuesOf(result))).toBeLessThan(1e-6);
    expect(deviation(found[0].gradients, expected)).toBeLessThan(1e-6);
    expect(found[1]).toEqual(found[0]);
  });
});
