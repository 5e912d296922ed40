import { describe, expect, it } from 'vitest';
import { aggregate } from '../../src/results/aggregate.js';
import type { RunRecord, RunStatus } from '../../src/results/schema.js';
import { classResults } from './class-sample.js';

const NETWORKS = [{ id: '4-2-1', layers: [], params: 13 }];
const VARIANTS = [{ id: 'a', network: '4-2-1', hyper: {} }];

function run(seed: number, train: number | null, status: RunStatus = 'done'): RunRecord {
  const history = { epoch: [], train: [], test: [] };
  const final = { train, test: train === null ? null : 2 * train };
  return { variant: 'a', seed, dataset: 'd', status, final, history, metrics: {} };
}

describe('aggregate', () => {
  it('spreads the final losses of each variant', () => {
    const [record] = aggregate(NETWORKS, VARIANTS, [run(1, 1), run(2, 3)]);
    expect(record).toMatchObject({ variant: 'a', params: 13, seeds: 2 });
    expect(record.train).toEqual({ median: 2, q1: 1.5, q3: 2.5, mean: 2, low: 1, high: 3 });
    expect(record.test.median).toBe(4);
  });

  it('counts a diverged run and leaves its losses out', () => {
    const [record] = aggregate(NETWORKS, VARIANTS, [run(1, 1), run(2, null, 'diverged')]);
    expect(record.seeds).toBe(2);
    expect(record.train.median).toBe(1);
  });

  it('leaves out the last losses of an interrupted run', () => {
    const [record] = aggregate(NETWORKS, VARIANTS, [run(1, 1), run(2, 9, 'interrupted')]);
    expect(record.train.high).toBe(1);
  });

  it('is null where no run finished, and where there is no run', () => {
    expect(aggregate(NETWORKS, VARIANTS, [run(1, null, 'failed')])[0].test.median).toBeNull();
    expect(aggregate(NETWORKS, VARIANTS, [])[0]).toMatchObject({ seeds: 0, train: { mean: null } });
  });

  it('adds up the confusion of the finished runs, and spreads every metric and set', () => {
    const results = classResults({ classNames: ['a', 'b'], seeds: 2 });
    const runs = results.runs.slice(0, 2).map((each) => ({ ...each, variant: 'a' }));
    const [record] = aggregate(NETWORKS, VARIANTS, runs, ['a', 'b']);
    const [one, two] = runs.map(({ confusion }) => confusion!);
    expect(record.confusion).toEqual(one.map((row, k) => row.map((n, at) => n + two[k][at])));
    expect(record.classes?.map(({ name, support }) => [name, support])).toEqual([
      ['a', 20],
      ['b', 20],
    ]);
    expect(record.validation?.median).toBeGreaterThan(record.test.median!);
    expect(record.metrics.accuracy?.validation?.median).toBeGreaterThan(0.5);
    const unfinished = runs.map((each) => ({ ...each, status: 'interrupted' as const }));
    const [none] = aggregate(NETWORKS, VARIANTS, unfinished);
    expect(none).not.toHaveProperty('confusion');
    expect(none.metrics.accuracy?.validation?.median).toBeNull();
  });

  it('keeps the order of the variants', () => {
    const variants = ['b', 'a'].map((id) => ({ id, network: '4-2-1', hyper: {} }));
    expect(aggregate(NETWORKS, variants, []).map((record) => record.variant)).toEqual(['b', 'a']);
  });

  it('refuses a variant of a network that is not there', () => {
    expect(() => aggregate([], VARIANTS, [])).toThrow('4-2-1');
  });
});
