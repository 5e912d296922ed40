import { expect, it } from 'vitest';
import { bestRun } from '../../src/inspect/best.js';
import { classResults } from '../results/class-sample.js';
import { diverged, sampleResults } from '../results/sample.js';

it('is the first run of the network with the lowest median loss, where targets are quantities', () => {
  const { run, best } = bestRun(sampleResults())!;
  expect(run).toMatchObject({ variant: '4-2000-1', seed: 42 });
  expect(best).toMatchObject({ metric: 'loss', set: 'test', statistic: 'median' });
  expect(best.value).toBe(sampleResults().aggregate.at(-1)!.test.median);
});

it('is that of the best accuracy, where they are classes, on validation rows where there are any', () => {
  const { run, best } = bestRun(classResults())!;
  expect(run).toMatchObject({ variant: '4-32-3', seed: 42 });
  expect(best).toMatchObject({ metric: 'accuracy', set: 'validation', statistic: 'median' });
  const folds = bestRun(classResults({ folds: 3, validation: false }))!;
  expect(folds.run).toMatchObject({ seed: 42, fold: 0 });
  expect(folds.best).toMatchObject({ set: 'test', statistic: 'mean' });
});

it('is none where no run finished, or not the first of the best network', () => {
  expect(bestRun(sampleResults({ change: diverged }))).toBeUndefined();
  const change = (run: Parameters<typeof diverged>[0]) =>
    run.variant === '4-2000-1' && run.seed === 42 ? diverged(run) : run;
  expect(bestRun(sampleResults({ change }))).toBeUndefined();
});

it('is that of the best R², where losses of several kinds were trained', () => {
  const results = sampleResults();
  const variants = { grid: { loss: ['mse', 'l1'] } };
  const several = { ...results, config: { ...results.config, variants } };
  expect(bestRun(several)!.best).toMatchObject({ metric: 'r2', set: 'test' });
});
