import { describe, expect, it } from 'vitest';
import type { LossConfig } from '../../src/config/types.js';
import { NO_ROWS, type Rows } from '../../src/data/dataset.js';
import { referencePredictors } from '../../src/data/references.js';

const rowsOf = (outputs: number, ...y: number[]): Rows => ({
  rows: y.length / outputs,
  x: Float32Array.from({ length: y.length / outputs }, (_, i) => i),
  y: Float32Array.from(y),
});

function references(loss: LossConfig, train: Rows, test: Rows, outputs = 1, shape = {}) {
  const sets = { train, test, validation: NO_ROWS };
  const dataset = { id: 'd', kind: 'csv', seed: 1, inputs: 1, outputs, ...sets };
  return referencePredictors(dataset, loss, { shape });
}

const TRAIN = rowsOf(1, 0, 1, 2, 5);
const TEST = rowsOf(1, 4);

describe('the constant answer', () => {
  it.each<[LossConfig, number, number]>([
    ['mse', 14 / 4, 4],
    ['half-sse', 7, 2],
    ['l1', 6 / 4, 2.5],
  ])('is the mean of the targets or their median, by %s', (loss, train, test) => {
    const { constant } = references(loss, TRAIN, TEST);
    expect(constant?.train).toBeCloseTo(train, 12);
    expect(constant?.test).toBeCloseTo(test, 12);
  });

  it('is the share of the ones, by binary cross-entropy', () => {
    const found = references('binary-cross-entropy', rowsOf(1, 1, 1, 1, 0), rowsOf(1, 0));
    expect(found.constant?.train).toBeCloseTo(-(3 * Math.log(4 / 6) + Math.log(2 / 6)) / 4, 12);
    expect(found.constant?.test).toBeCloseTo(-Math.log(2 / 6), 12);
    expect(found.linear).toBeUndefined();
  });

  it('is the mean distribution, by Kullback-Leibler divergence', () => {
    const train = rowsOf(2, 1, 0, 0.5, 0.5);
    const { constant } = references('kl-divergence', train, rowsOf(2, 0, 1), 2);
    const [p, q] = [2.5 / 4, 1.5 / 4];
    const second = Math.log(0.5) - (Math.log(p) + Math.log(q)) / 2;
    expect(constant?.train).toBeCloseTo((-Math.log(p) + second) / 2, 12);
    expect(constant?.test).toBeCloseTo(-Math.log(q), 12);
  });
});

describe('a linear fit', () => {
  // Over 0, 1, 2, 3 the line 1.6 − 0.4x; residuals 1.6, −2.8, 0.8, 0.4.
  const line = rowsOf(1, 0, 4, 0, 0);
  it.each<[LossConfig, number]>([
    ['mse', 2.8],
    ['half-sse', 5.6],
    ['l1', 1.4],
    [{ name: 'huber', delta: 1 }, 0.95],
    [{ name: 'smooth-l1', beta: 2 }, 0.66],
  ])('is scored by %j', (loss, train) => {
    const { linear, constant } = references(loss, line, line);
    expect(linear?.train).toBeCloseTo(train, 6);
    expect(linear?.test).toBe(linear?.train);
    expect(constant === undefined).toBe(typeof loss !== 'string');
  });
});

describe('the most frequent answer', () => {
  it.each<[string, Rows, Rows, number, object, LossConfig, object]>([
    [
      'a label',
      rowsOf(1, 2, 0, 2),
      rowsOf(1, 0, 2),
      1,
      { classes: 3 },
      'softmax-cross-entropy',
      { train: 2 / 3, test: 0.5 },
    ],
    [
      'a column',
      rowsOf(2, 0, 1, 0, 1, 1, 0),
      rowsOf(2, 1, 0),
      2,
      { encoding: 'one-hot' },
      'mse',
      { train: 2 / 3, test: 0 },
    ],
    [
      'yes or no',
      rowsOf(2, 0, 1, 0, 1, 1, 1),
      rowsOf(2, 0, 0),
      2,
      { encoding: 'binary' },
      'binary-cross-entropy',
      { train: 5 / 6, test: 0.5 },
    ],
  ])('is %s', (_, train, test, outputs, shape, loss, expected) => {
    const { majority } = references(loss, train, test, outputs, shape);
    expect(majority?.train).toBeCloseTo(Object(expected).train, 12);
    expect(majority?.test).toBeCloseTo(Object(expected).test, 12);
  });

  it('is none of quantities', () => {
    expect(references('mse', TRAIN, TEST).majority).toBeUndefined();
  });
});

it('rows that are picked out count as if they were copied', () => {
  const order = Uint32Array.of(3, 0, 1);
  const picked = { ...TRAIN, rows: 3, order };
  const copied = { rows: 3, x: Float32Array.of(3, 0, 1), y: Float32Array.of(5, 0, 1) };
  expect(references('mse', picked, TEST)).toEqual(references('mse', copied, TEST));
});
