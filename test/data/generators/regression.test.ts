import { describe, expect, it } from 'vitest';
import { DATA_DEFAULTS } from '../../../src/config/data-defaults.js';
import type { FunctionDataConfig } from '../../../src/config/types.js';
import type { Rows } from '../../../src/data/dataset.js';
import { generatorOf } from '../../../src/data/generate.js';

const config = (kind: 'linear' | 'product', settings: object) =>
  ({ ...DATA_DEFAULTS[kind], ...settings }) as unknown as FunctionDataConfig;

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: ArrayLike<number>) =>
  mean(Array.from(values, (value) => value * value)) - mean(values) ** 2;

describe.each([
  ['linear', { inputs: 4 }, 4, (x: Float32Array) => (x[0] + x[1] + x[2] + x[3]) / 2],
  ['product', {}, 5, (x: Float32Array) => x[0] * x[1] + x[2]],
] as const)('%s', (kind, settings, inputs, value) => {
  const generator = generatorOf(config(kind, { ...settings, train: 20_000, test: 5000 }));
  const { train, test } = generator.draw(1);
  const residuals = ({ x, y }: Rows) =>
    y.map((label, row) => label - value(x.subarray(row * inputs, (row + 1) * inputs)));

  it('draws standard normal inputs for training and testing', () => {
    expect(generator).toMatchObject({ inputs });
    expect(generator.classes).toBeUndefined();
    for (const { x } of [train, test]) {
      expect(Math.abs(mean(x))).toBeLessThan(0.02);
      expect(Math.abs(variance(x) - 1)).toBeLessThan(0.03);
    }
    expect(test.x.subarray(0, 8)).not.toEqual(train.x.subarray(0, 8));
  });

  it('adds noise to training labels alone', () => {
    expect(Math.abs(variance(residuals(train)) - 0.5)).toBeLessThan(0.02);
    expect(Math.max(...residuals(test).map(Math.abs))).toBeLessThan(1e-6);
  });

  it('keeps the first rows when more are asked for', () => {
    const few = generatorOf(config(kind, { ...settings, train: 10, test: 3 })).draw(1);
    expect(few.train.y).toEqual(train.y.slice(0, 10));
    expect(few.test.x).toEqual(test.x.slice(0, 3 * inputs));
  });
});
