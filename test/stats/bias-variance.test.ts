import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasVariance } from '../../src/stats/bias-variance.js';

describe('biasVariance', () => {
  it('of two predictors at two points, by hand', () => {
    // Means 2 and 0, variances 2 and 8; errors 1 and (4 + 4)/2, at truths 2 and 0.
    const found = biasVariance(
      [
        [1, 2],
        [3, -2],
      ],
      [2, 0],
    )!;
    expect(found).toEqual({ squaredBias: -2.5, variance: 5, error: 2.5, points: 2, runs: 2 });
  });

  it('makes the error of bias and variance, and does not change when all are shifted', () => {
    const sample = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 8 }))
      .chain(([runs, points]) => {
        const row = fc.array(fc.integer({ min: -99, max: 99 }), {
          minLength: points,
          maxLength: points,
        });
        return fc.tuple(fc.array(row, { minLength: runs, maxLength: runs }), row);
      });
    fc.assert(
      fc.property(sample, fc.integer({ min: -9, max: 9 }), ([answers, truth], shift) => {
        const found = biasVariance(answers, truth)!;
        const errors = answers.flatMap((own) => own.map((value, p) => (value - truth[p]) ** 2));
        const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
        expect(found.error).toBeCloseTo(mean, 8);
        expect(found.squaredBias + found.variance).toBeCloseTo(found.error, 8);
        const means = truth.map((_, p) => answers.reduce((s, a) => s + a[p], 0) / answers.length);
        const distance =
          means.reduce((sum, value, p) => sum + (value - truth[p]) ** 2, 0) / truth.length;
        expect(found.squaredBias + found.variance / answers.length).toBeCloseTo(distance, 8);
        const moved = biasVariance(
          answers.map((own) => own.map((value) => value + shift)),
          truth.map((value) => value + shift),
        )!;
        expect(moved.variance).toBeCloseTo(found.variance, 8);
        expect(moved.squaredBias).toBeCloseTo(found.squaredBias, 8);
      }),
    );
  });

  it('says what predictors around a wrong mean have: bias on average without what chance adds', () => {
    // 2,000 draws of 3 predictors: mean 1 off, variance 1.
    let [bias, state] = [0, 1];
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let draw = 0; draw < 2000; draw++) {
      const answers = Array.from({ length: 3 }, () => [1 + (uniform() - 0.5) * Math.sqrt(12)]);
      bias += biasVariance(answers, [0])!.squaredBias / 2000;
    }
    expect(Math.abs(bias - 1)).toBeLessThan(0.1);
  });

  it.each([
    ['one predictor', [[1]], [1]],
    ['no point', [[], []], []],
    ['what is not finite', [[1], [Number.NaN]], [1]],
    ['what overflows', [[1e308], [-1e308]], [0]],
  ])('is not known of %s', (_, answers, truth) => {
    expect(biasVariance(answers, truth)).toBeNull();
  });
});
