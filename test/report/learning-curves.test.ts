import { describe, expect, it } from 'vitest';
import { lastEpoch, learningCurves } from '../../src/report/learning-curves.js';
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
    expect(curve.epochs).toHaveLength(400);
    expect([curve.epochs[0], curve.epochs.at(-1)]).toEqual([0, 5000]);
    expect(new Set(curve.epochs).size).toBe(400);
  });

  it('is empty where nothing finished', () => {
    const results = literalResults();
    const runs = results.runs.map((run) => ({ ...run, status: 'interrupted' as const }));
    expect(learningCurves({ ...results, runs })[0]).toMatchObject({ epochs: [], train: [] });
    expect(lastEpoch({ ...results, runs })).toBe(3);
  });
});
