import { describe, expect, it } from 'vitest';
import { referenceLines } from '../../src/results/reference-lines.js';
import type { Results, RunRecord } from '../../src/results/schema.js';
import { verdictCurves, whyNotJudged } from '../../src/results/verdict-curves.js';
import { classResults } from './class-sample.js';
import { diverged, sampleParts, sampleResults } from './sample.js';

const LINES = referenceLines(sampleParts().references);

function withLoss(results: Results, loss: unknown): Results {
  const config = results.config as { training: object };
  return { ...results, config: { ...config, training: { ...config.training, loss } } };
}

describe('whyNotJudged', () => {
  it('judges squared errors of quantities alone', () => {
    const results = sampleResults({ seeds: 1 });
    expect(whyNotJudged(results)).toBeUndefined();
    expect(whyNotJudged(withLoss(results, 'half-sse'))).toBeUndefined();
    expect(whyNotJudged(withLoss(results, { name: 'huber', delta: 1 }))).toBe(
      'the rule is for mse and half-sse on quantities, this sweep is by huber',
    );
    expect(whyNotJudged(withLoss(classResults(), 'mse'))).toMatch(
      /this sweep is by mse on classes$/,
    );
  });
});

describe('verdictCurves', () => {
  it('has the errors of every run, by seed and size', () => {
    const networks = [
      { hidden: [8], train: 1, test: 10 },
      { hidden: [2], train: 2, test: 20 },
    ];
    const results = sampleResults({ networks, seeds: 3 });
    const [{ label, sizes, sweep }, ...others] = verdictCurves(results, LINES);
    expect(others).toEqual([]);
    expect([label, sizes, sweep.params]).toEqual(['', ['4-2-1', '4-8-1'], [13, 49]]);
    const final = (variant: string, seed: number) =>
      results.runs.find((run) => run.variant === variant && run.seed === seed)!.final;
    expect(sweep.test).toEqual(
      [42, 43, 44].map((seed) => [final('4-2-1', seed).test, final('4-8-1', seed).test]),
    );
    expect(sweep.train[2]).toEqual([final('4-2-1', 44).train, final('4-8-1', 44).train]);
    // The median over the datasets; the noise of the config.
    expect(sweep.labelVariance).toBeCloseTo(3.05, 12);
    expect(sweep.noiseVariance).toBe(0.01);
  });

  it.each<[string, (run: RunRecord) => RunRecord]>([
    ['diverged', diverged],
    ['interrupted', (run) => ({ ...run, status: 'interrupted' })],
    ['failed', (run) => ({ ...run, status: 'failed', final: { train: null, test: null } })],
  ])('has no error of a run that %s', (_, change) => {
    const results = sampleResults({
      seeds: 2,
      change: (run, at) => (at === 3 ? change(run) : run),
    });
    const [{ sweep }] = verdictCurves(results, LINES);
    expect(sweep.test[1][1]).toBeNull();
    expect(sweep.train[1][1]).toBeNull();
    expect(sweep.test.flat().filter((error) => error === null)).toHaveLength(1);
  });

  it('is a curve for every number of hidden layers', () => {
    const networks = [[2], [4], [3, 3], [], [8], [2, 2]].map((hidden) => ({
      hidden,
      train: 1,
      test: 1,
    }));
    const curves = verdictCurves(sampleResults({ networks, seeds: 1 }), LINES);
    expect(curves.map(({ label, sizes }) => [label, sizes])).toEqual([
      ['0 hidden layers', ['4-1']],
      ['1 hidden layer', ['4-2-1', '4-4-1', '4-8-1']],
      ['2 hidden layers', ['4-2-2-1', '4-3-3-1']],
    ]);
  });

  it('is a curve for every setting of the hyper-parameters', () => {
    const results = sampleResults({ seeds: 1 });
    const variants = results.variants.map((variant, at) => ({
      ...variant,
      hyper: { learningRate: at % 2 === 0 ? 0.01 : 0.1 },
    }));
    const curves = verdictCurves({ ...results, variants }, LINES);
    expect(curves.map(({ label }) => label)).toEqual(['learningRate=0.01', 'learningRate=0.1']);
  });

  it('makes means of half the sums of squares', () => {
    const results = withLoss(sampleResults({ seeds: 1 }), 'half-sse');
    const [{ sweep }] = verdictCurves(results, LINES);
    const { train, test } = results.runs[0].final;
    expect(sweep.train[0][0]).toBeCloseTo((2 * train!) / 500, 12);
    expect(sweep.test[0][0]).toBeCloseTo((2 * test!) / 50, 12);
    expect(sweep.labelVariance).toBeCloseTo((2 * 3.05) / 500, 12);
    expect(sweep.noiseVariance).toBe(0.01);
  });

  it('takes the mean over the folds of a seed, if all of them finished', () => {
    const base = sampleResults({ seeds: 2, networks: [{ hidden: [2], train: 1, test: 10 }] });
    const [first, second] = base.runs;
    const fold = (run: RunRecord, at: number, test: number): RunRecord => ({
      ...run,
      fold: at,
      final: { train: 1, test },
    });
    const runs = [
      fold(first, 0, 10),
      fold(first, 1, 20),
      fold(second, 0, 30),
      { ...fold(second, 1, 30), status: 'interrupted' as const },
    ];
    const [{ sweep }] = verdictCurves({ ...base, runs }, LINES);
    expect(sweep.test).toEqual([[15], [null]]);
  });

  it('knows no variances of files without references', () => {
    const results = sampleResults({ seeds: 1 });
    const config = { ...results.config, data: { kind: 'csv' } };
    const [{ sweep }] = verdictCurves({ ...results, config }, {});
    expect(Object.keys(sweep)).toEqual(['params', 'test', 'train']);
  });
});
