import { describe, expect, it } from 'vitest';
import { medianTraining, thresholdOf } from '../../src/verdict/threshold.js';

const sweep = (training: number[]) => ({
  params: training.map((_, size) => 10 * (size + 1)),
  test: [training, training, training],
  train: [training, training.map((error) => 9 * error), training],
});

const ALL = [0, 1, 2, 3];

describe('thresholdOf', () => {
  it.each([
    [{ noiseVariance: 0.5, labelVariance: 1 }, 1],
    [{ noiseVariance: 0.49, labelVariance: 1 }, 2],
    [{ noiseVariance: 0, labelVariance: 1 }, 2],
    [{ labelVariance: 0.99 }, 3],
    // 0.001 × the largest training error, 0.8.
    [{}, 3],
    [{ noiseVariance: 0.001, labelVariance: 100 }, null],
  ])('of %j', (variances, expected) => {
    const errors = sweep([0.8, 0.05, 0.001, 0.0005]);
    expect(thresholdOf({ ...errors, ...variances }, ALL)).toBe(expected);
  });

  it('is the first of the sizes that count', () => {
    const errors = { ...sweep([0.01, 0.8, 0.01, 0.01]), noiseVariance: 0.5 };
    expect(thresholdOf(errors, ALL)).toBe(0);
    expect(thresholdOf(errors, [1, 3])).toBe(3);
  });
});

it('medianTraining is over the seeds', () => {
  expect(medianTraining({ ...sweep([1]), train: [[4], [1], [2], [9]] }, 0)).toBe(3);
});
