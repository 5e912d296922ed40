import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { summariseRun } from '../../src/results/run-summary.js';
import { classResults } from './class-sample.js';
import { ASSIGNMENT, diverged, failed, sampleResults } from './sample.js';

describe('a run in short', () => {
  test('counts how trainings ended, and names the best network', () => {
    const results = sampleResults({
      seeds: 5,
      change: (run, at) => (at === 3 ? diverged(run) : at === 7 ? failed(run) : run),
    });
    const summary = summariseRun(results);
    expect(summary).toMatchObject({
      name: 'assignment',
      configHash: results.configHash,
      variants: 10,
      seeds: 5,
      runs: { done: 48, diverged: 1, failed: 1, interrupted: 0 },
      best: { variant: '4-2000-1', params: 12_001 },
    });
    const own = results.aggregate.find(({ variant }) => variant === '4-2000-1')!;
    expect(summary.best).toMatchObject({ train: own.train.median, test: own.test.median });
    expect(summary.best).not.toHaveProperty('accuracy');
  });

  test('knows the data by the digests of all datasets', () => {
    const results = sampleResults({ seeds: 2 });
    const lines = results.datasets.map(({ sha256 }) => `${sha256}\n`).join('');
    expect(summariseRun(results).data).toBe(createHash('sha256').update(lines).digest('hex'));
    const [first, second] = results.datasets;
    const turned = { ...results, datasets: [second, { ...first, sha256: 'ff' }] };
    expect(summariseRun(turned).data).not.toBe(summariseRun(results).data);
  });

  test('has the code of every curve that was judged', () => {
    const results = sampleResults({ seeds: 6, networks: ASSIGNMENT.slice(0, 6) });
    const [{ evidence }] = results.observations.filter(({ kind }) => kind === 'double-descent');
    expect(summariseRun(results).verdicts).toEqual([{ curve: '', code: evidence.code }]);
    expect(summariseRun(classResults({ seeds: 6 })).verdicts).toEqual([]);
  });

  test('has an accuracy where targets are classes, and chooses the best by it', () => {
    const results = classResults({ seeds: 3 });
    const { best } = summariseRun(results);
    const accuracies = results.aggregate.map(({ metrics }) => metrics.accuracy!.test.median!);
    expect(best!.accuracy).toBe(Math.max(...accuracies));
  });

  test('has no best network where no run finished', () => {
    expect(summariseRun(sampleResults({ seeds: 2, change: failed })).best).toBeNull();
  });
});
