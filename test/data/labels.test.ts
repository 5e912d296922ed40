import { describe, expect, it } from 'vitest';
import type { InputError } from '../../src/config/problem.js';
import { resolveConfig } from '../../src/config/resolve.js';
import type { ArraysDataConfig, Samples } from '../../src/config/types.js';
import { openArrays } from '../../src/data/arrays.js';
import { referencePredictors } from '../../src/data/references.js';

const rows = (...labels: number[]) => ({
  x: labels.map((label) => [label, 1]),
  y: labels.map((label) => [label]),
});

function openSamples(train: Samples, test: Samples) {
  const loss = 'softmax-cross-entropy';
  const data = { kind: 'arrays', train, test };
  const config = resolveConfig({ data, training: { batchSize: 1, loss } });
  return openArrays(config.data as ArraysDataConfig, loss, { seed: 1, seeds: 1 });
}

const open = (train: number[], test: number[]) => openSamples(rows(...train), rows(...test));

function problemOf(train: number[], test: number[]): InputError {
  try {
    open(train, test);
  } catch (error) {
    return error as InputError;
  }
  throw new Error('no problem was found');
}

describe('class labels', () => {
  it('make one more class than the largest of the training rows', () => {
    expect(open([0, 2, 1, 0], [1]).entries[0].shape).toMatchObject({ outputs: 1, classes: 3 });
  });

  it.each([
    [[0, 0.5], [0], 'data.train: found target 0.5 in data row 2, expected a class label'],
    [[-1, 0], [0], 'data.train: found target -1 in data row 1'],
    [[0, 1], [0, 2], 'data.test: found target 2 in data row 2, expected a class label, a whole'],
    [[1, 1], [1], 'data.train: found class 1 in every row, expected two classes or more'],
  ])('%j and %j are a problem of the data', (train, test, message) => {
    const problem = problemOf(train, test);
    expect(problem.message).toContain(message);
    expect(problem.exitCode).toBe(3);
  });

  it('take one target column', () => {
    const two = { x: [[1]], y: [[0, 1]] };
    expect(() => openSamples(two, two)).toThrow(
      'found 2 target columns, expected one column of class labels',
    );
  });

  it('are guessed by their frequencies', () => {
    const source = open([0, 0, 1], [1]);
    const { constant, linear, majority } = referencePredictors(
      source.dataset(0),
      'softmax-cross-entropy',
      { shape: { classes: 2 } },
    );
    expect(constant?.train).toBeCloseTo((-2 * Math.log(3 / 5) - Math.log(2 / 5)) / 3, 12);
    expect(constant?.test).toBeCloseTo(-Math.log(2 / 5), 12);
    expect(linear).toBeUndefined();
    expect(majority).toEqual({ train: 2 / 3, test: 0 });
  });
});
