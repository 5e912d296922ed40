import { describe, expect, it } from 'vitest';
import { lastEpoch, learningCurves } from '../../src/report/learning-curves.js';
import { metricMeasure } from '../../src/report/measure.js';
import { classResults } from '../results/class-sample.js';
import { ASSIGNMENT, sampleResults } from '../results/sample.js';
import { literalResults } from './literal.js';

describe('learningCurves', () => {
  it('spreads the finished runs at each epoch and keeps the others apart', () => {
    const [first, second] = learningCurves(literalResults());
    expect(first).toMatchObject({ variant: '4-2-1', params: 13, runs: 2, epochs: [0, 1, 2, 3] });
    expect(first.train.map(({ median }) => median)).toEqual([3, 1.9, expect.closeTo(1.3), 1]);
    expect(second.test.map(({ median }) => median)).toEqual([390, 300, 270, 250]);
    expect(second.unfinished.map(({ seed }) => seed)).toEqual([43]);
  });

  it('thins long curves, ends included', () => {
    const networks = ASSIGNMENT.slice(0, 1);
    const [curve] = learningCurves(sampleResults({ seeds: 1, epochs: 5000, networks }));
    expect(curve.epochs).toHaveLength(250);
    expect([curve.epochs[0], curve.epochs.at(-1)]).toEqual([0, 5000]);
    expect(new Set(curve.epochs).size).toBe(250);
  });

  it('thins what it has measured anew for every wish, and nothing of a set without rows', () => {
    const results = sampleResults({ seeds: 2, epochs: 300, networks: ASSIGNMENT.slice(0, 1) });
    const whole = learningCurves(results, undefined, Number.POSITIVE_INFINITY)[0];
    const few = learningCurves(results, undefined, 4)[0];
    expect(few.epochs).toEqual([0, 100, 200, 300]);
    expect(few.test).toEqual([0, 100, 200, 300].map((at) => whole.test[at]));
    const runs = results.runs.map(({ history: { test: _, ...history }, ...run }) => ({
      ...run,
      history: history as (typeof results.runs)[0]['history'],
    }));
    expect(learningCurves({ ...results, runs }, undefined, 4)[0].test).toEqual([]);
  });

  it('end where fewer than half of the runs still train, finals at what is kept', () => {
    const results = classResults({
      seeds: 3,
      hidden: [2],
      stops: (_, seed) => [8, 12, 20][seed - 42],
    });
    const [curve] = learningCurves(results);
    expect(curve.epochs.at(-1)).toBe(12);
    expect(curve.validation).toHaveLength(13);
    expect(curve.kept).toBe(9);
    expect(curve.finals.train).toBe(results.aggregate[0].train.median);
    expect(curve.finals.train).not.toBe(curve.train.at(-1)?.median);
  });

  it('follow a metric as well', () => {
    const [curve] = learningCurves(classResults({ hidden: [2] }), metricMeasure('accuracy'));
    expect(curve.train[0].median).toBeCloseTo(0.3, 1);
    expect(curve.finals.validation).toBeGreaterThan(0.7);
  });

  it('is empty where nothing finished', () => {
    const results = literalResults();
    const runs = results.runs.map((run) => ({ ...run, status: 'interrupted' as const }));
    expect(learningCurves({ ...results, runs })[0]).toMatchObject({ epochs: [], train: [] });
    expect(lastEpoch({ ...results, runs })).toBe(3);
  });
});
