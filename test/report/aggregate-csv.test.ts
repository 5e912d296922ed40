import { describe, expect, it } from 'vitest';
import { aggregateCsv } from '../../src/report/aggregate-csv.js';
import { bootstrapInterval } from '../../src/stats/bootstrap.js';
import { meanInterval } from '../../src/stats/interval.js';
import { sampleOf } from '../../src/stats/sample.js';
import { diverged, failed, sampleResults } from '../results/sample.js';

const rowsOf = (text: string) => {
  const [head, ...rows] = text.trimEnd().split('\n');
  const heads = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [heads[at], cell])));
};

describe('aggregate.csv', () => {
  const results = sampleResults({
    seeds: 6,
    change: (run, at) => (at === 1 ? diverged(run) : at === 2 ? failed(run) : run),
  });
  const rows = rowsOf(aggregateCsv(results));

  it('has a row per variant, measure and set, then the references', () => {
    expect(rows).toHaveLength(10 * 3 * 2 + 3 * 2);
    expect(rows.slice(0, 6).map(({ measure, set }) => `${measure} ${set}`)).toEqual([
      ...['loss train', 'loss test', 'mae train', 'mae test', 'r2 train', 'r2 test'],
    ]);
    expect(rows.at(-1)).toMatchObject({ kind: 'reference', variant: 'tangent reference', n: '' });
  });

  it('counts how the runs ended, and drops none in silence', () => {
    const counts = {
      runs: '6',
      finished: '4',
      diverged: '1',
      failed: '1',
      interrupted: '0',
      n: '4',
    };
    expect(rows[0]).toMatchObject(counts);
  });

  it('has the spreads of the results and both intervals of the mean', () => {
    const { train } = results.aggregate[0];
    const values = results.runs
      .filter(({ variant, status }) => variant === results.variants[0].id && status === 'done')
      .map(({ final }) => final.train!);
    const t = meanInterval(sampleOf(values));
    const bootstrap = bootstrapInterval(values, (sample) => sampleOf(sample).mean);
    expect(Number(rows[0].median)).toBe(train.median);
    expect(Number(rows[0].q3)).toBe(train.q3);
    expect(Number(rows[0].t_low)).toBe(t.low);
    expect(Number(rows[0].bootstrap_low)).toBe(bootstrap.low);
    expect(Number(rows[0].bootstrap_high)).toBe(bootstrap.high);
  });

  it('has no interval of one run, and none of nothing', () => {
    const [one] = rowsOf(aggregateCsv(sampleResults({ seeds: 1 })));
    expect(one).toMatchObject({ n: '1', t_low: '', bootstrap_high: '' });
    const [none] = rowsOf(aggregateCsv(sampleResults({ seeds: 2, change: diverged })));
    expect(none).toMatchObject({ n: '0', median: '', mean: '', t_low: '', diverged: '2' });
  });
});
