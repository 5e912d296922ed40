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

describe('linear in groups', () => {
  const groups = [
    { count: 8, deviation: 1, signal: 4 },
    { count: 2, deviation: 0.05, signal: 3 },
    { count: 1, deviation: 0, signal: 5 },
  ];
  const generator = generatorOf(
    config('linear', { inputs: groups, train: 20_000, test: 5000, noiseVariance: 0 }),
  );
  const { train } = generator.draw(1);
  const column = (at: number) =>
    Array.from({ length: train.rows }, (_, row) => train.x[11 * row + at]);

  it('draws the inputs of each at its scale', () => {
    expect(generator.inputs).toBe(11);
    expect(Math.abs(variance(column(7)) - 1)).toBeLessThan(0.05);
    expect(Math.abs(variance(column(8)) / 0.0025 - 1)).toBeLessThan(0.05);
    expect(new Set(column(10))).toEqual(new Set([0]));
  });

  it('gives each its share of the label', () => {
    expect(Math.abs(variance(train.y) / 25 - 1)).toBeLessThan(0.05);
    const row = train.x.subarray(0, 11);
    const large = row.subarray(0, 8).reduce((sum, x) => sum + x, 0);
    const small = row.subarray(8, 10).reduce((sum, x) => sum + x, 0);
    const expected = (4 * large) / Math.sqrt(8) + (3 * small) / (0.05 * Math.sqrt(2));
    expect(train.y[0]).toBeCloseTo(expected, 4);
  });
});

describe('tested inside', () => {
  const inside = { ...DATA_DEFAULTS.assignment, testRange: 'inside', test: 2000 };
  const generator = generatorOf(inside as unknown as FunctionDataConfig);

  it('draws test inputs as training inputs, others than these', () => {
    const { train, test } = generator.draw(3);
    expect(Math.max(...test.x.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.abs(mean(test.x))).toBeLessThan(0.03);
    expect(test.x.slice(0, 4)).not.toEqual(train.x.slice(0, 4));
  });

  it('has no continuation to compare with', () => {
    expect(generator.target).toBeUndefined();
  });
});
