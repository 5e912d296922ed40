import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countColumns, gram, parameterGram } from '../../src/diagnose/gram.js';
import { jacobian, type Trained } from '../../src/diagnose/jacobian.js';
import { denseJacobian, randomNetwork, randomRows, type Shape } from './networks.js';

const anyShape = fc.record({
  inputs: fc.integer({ min: 1, max: 4 }),
  widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  activation: fc.constantFrom('tanh', 'gelu', 'silu', 'softplus', 'sigmoid', 'elu'),
  output: fc.constantFrom('linear', 'softmax', 'sigmoid'),
  bias: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
}) as fc.Arbitrary<Required<Shape>>;

/** Outputs alone: the inputs of a layer that is put on top. */
function outputsOf(network: Trained, x: Float64Array): number[] {
  const top = { units: 1, activation: 'linear', params: {}, bias: false, frozen: false } as const;
  const units = network.layers[network.layers.length - 1].units;
  const weights = new Float64Array(units);
  const layers = [...network.layers, { ...top, weights, biases: new Float64Array(1) }];
  const found = jacobian({ ...network, layers }, x)!;
  return [...found.layers[found.layers.length - 1].inputs];
}

/** By central differences, in the order of the dense Jacobian. */
function differences(network: Trained, x: Float64Array): number[][] {
  const h = 1e-5;
  const columns = network.layers.flatMap(({ weights, biases, units, bias }) => {
    const width = weights.length / units;
    const moved = (values: Float64Array, at: number) => {
      const kept = values[at];
      values[at] = kept + h;
      const above = outputsOf(network, x);
      values[at] = kept - h;
      const below = outputsOf(network, x);
      values[at] = kept;
      return above.map((value, row) => (value - below[row]) / (2 * h));
    };
    return Array.from({ length: units }, (_, k) => [
      ...Array.from({ length: width }, (_, j) => moved(weights, k * width + j)),
      ...(bias ? [moved(biases, k)] : []),
    ]).flat();
  });
  return columns[0].map((_, row) => columns.map((column) => column[row]));
}

describe('jacobian', () => {
  it('is what the outputs do when a parameter moves', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const network = randomNetwork(shape);
        const x = randomRows(3, shape.inputs, shape.seed + 1);
        const found = denseJacobian(jacobian(network, x)!);
        differences(network, x).forEach((row, r) => {
          row.forEach((value, c) => {
            expect(found[r][c]).toBeCloseTo(value, 7);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out layers that are frozen', () => {
    const network = randomNetwork({ inputs: 2, widths: [3, 1] });
    const whole = denseJacobian(jacobian(network, randomRows(4, 2))!);
    const layers = network.layers.map((layer, l) => ({ ...layer, frozen: l === 0 }));
    const part = denseJacobian(jacobian({ ...network, layers }, randomRows(4, 2))!);
    expect(part).toEqual(whole.map((row) => row.slice(9)));
  });

  it('ends when it is told to', () => {
    const network = randomNetwork({ inputs: 2, widths: [3, 1] });
    for (let calls = 0; calls < 12; calls++) {
      let left = calls;
      expect(jacobian(network, randomRows(4, 2), () => left-- > 0)).toBeUndefined();
    }
  });
});

describe('parameterGram', () => {
  it('is JᵀJ', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const found = jacobian(randomNetwork(shape), randomRows(5, shape.inputs))!;
        const dense = denseJacobian(found);
        const columns = dense[0].length;
        expect(countColumns(found)).toBe(columns);
        const sums = parameterGram(found)!;
        for (let c = 0; c < columns; c++) {
          for (let d = 0; d <= c; d++) {
            const product = dense.reduce((sum, row) => sum + row[c] * row[d], 0);
            expect(sums[c * columns + d]).toBeCloseTo(product, 10);
          }
        }
      }),
    );
  });
});

describe('gram', () => {
  it('is J·Jᵀ', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const found = jacobian(randomNetwork(shape), randomRows(5, shape.inputs))!;
        const dense = denseJacobian(found);
        const sums = gram(found)!;
        dense.forEach((row, r) => {
          for (let s = 0; s <= r; s++) {
            const product = row.reduce((sum, value, c) => sum + value * dense[s][c], 0);
            expect(sums[r * dense.length + s]).toBeCloseTo(product, 10);
          }
        });
      }),
    );
  });

  it('sums over blocks of columns', () => {
    const network = randomNetwork({ inputs: 2, widths: [700, 1] });
    const found = jacobian(network, randomRows(11, 2))!;
    const dense = denseJacobian(found);
    const sums = gram(found)!;
    dense.forEach((row, r) => {
      for (let s = 0; s <= r; s++) {
        const product = row.reduce((sum, value, c) => sum + value * dense[s][c], 0);
        expect(sums[r * 11 + s] / product).toBeCloseTo(1, 10);
      }
    });
  });

  it('ends when it is told to', () => {
    const found = jacobian(randomNetwork({ inputs: 2, widths: [1] }), randomRows(4, 2))!;
    expect(gram(found, () => false)).toBeUndefined();
    expect(parameterGram(found, () => false)).toBeUndefined();
  });
});
