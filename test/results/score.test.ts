import { describe, expect, it } from 'vitest';
import { ranked, scored, scoreOf } from '../../src/results/score.js';
import { classResults } from './class-sample.js';
import { diverged, sampleResults } from './sample.js';
import { gridResults, variedResults } from './varied-sample.js';

describe('scoreOf', () => {
  it('is the test error where nothing is held back', () => {
    expect(scoreOf(sampleResults({ seeds: 2 }))).toMatchObject({
      measure: 'loss',
      noun: 'error',
      by: 'test',
      shown: 'test',
      sign: -1,
    });
  });

  it('chooses by validation rows, of classes by accuracy, over folds by its mean', () => {
    const classes = scoreOf(classResults());
    expect(classes).toMatchObject({
      measure: 'accuracy',
      by: 'validation',
      shown: 'test',
      sign: 1,
    });
    const folds = scoreOf(classResults({ folds: 3, validation: false }));
    expect(folds).toMatchObject({ statistic: 'mean', by: 'test' });
  });

  it('is R² where losses are of several kinds', () => {
    const results = variedResults({ variants: { grid: { loss: ['mse', 'l1'] } } });
    expect(scoreOf(results)).toMatchObject({ measure: 'r2', sign: 1 });
  });
});

describe('ranked', () => {
  it('has the best first, those without a score last', () => {
    const results = sampleResults({
      seeds: 2,
      change: (run) => (run.variant === '4-2000-1' ? diverged(run) : run),
    });
    const order = ranked(results.aggregate, scoreOf(results)).map(({ variant }) => variant);
    expect(order.slice(0, 2)).toEqual(['4-400-1', '4-167-1']);
    expect(order.at(-1)).toBe('4-2000-1');
  });

  it('is that of the test errors', () => {
    const results = gridResults();
    const score = scoreOf(results);
    const best = ranked(results.aggregate, score)[0];
    expect(best.variant).toBe('4-8-1 batchSize=50 learningRate=0.1');
    expect(scored(score, best, 'test')).toBe(best.test.median);
  });
});
