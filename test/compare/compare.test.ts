import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compare.js';
import { holm } from '../../src/stats/holm.js';
import { classResults } from '../results/class-sample.js';
import { ASSIGNMENT, diverged, sampleResults } from '../results/sample.js';
import { ratesResults } from '../results/varied-sample.js';
import { labelled, onOtherData, onOtherSeeds, scaled } from './samples.js';

const two = (a = scaled(1), b = scaled(1.2), measure: 'loss' | 'accuracy' | 'r2' = 'loss') =>
  compareRuns([labelled('a', a), labelled('b', b)], measure);

describe('a run and itself', () => {
  it('do not differ', () => {
    const { differences, against } = two(scaled(1), scaled(1));
    expect(differences).toEqual([]);
    for (const row of against[0].rows) {
      expect(row).toMatchObject({ estimate: 1, p: 1, adjusted: 1, shown: null, n: 6 });
      expect(row.t).toEqual({ low: 1, high: 1 });
      expect(row.bootstrap).toEqual({ low: 1, high: 1 });
    }
  });
});

describe('seeds with the same data', () => {
  it('are compared pair by pair, as factors', () => {
    const { scale, sign, noun, against } = two(sampleResults({ seeds: 6 }), scaled(1.2));
    expect({ scale, sign, noun }).toEqual({ scale: 'ratio', sign: -1, noun: 'test error' });
    const [{ pairing, rows, matching }] = against;
    expect(pairing).toEqual({ kind: 'paired', unit: 'seed', shared: 6, why: 'same-data' });
    expect(matching).toBe('variant');
    const factors = Array.from({ length: 6 }, (_, at) => 1.2 * (1 + 0.01 * (((42 + at) * 7) % 5)));
    const geometric = Math.exp(factors.reduce((sum, each) => sum + Math.log(each), 0) / 6);
    for (const { estimate, t, bootstrap, shown } of rows) {
      expect(estimate).toBeCloseTo(geometric, 12);
      expect(t!.low).toBeLessThan(geometric);
      expect(t!.high).toBeGreaterThan(geometric);
      expect(bootstrap!.low).toBeGreaterThanOrEqual(Math.min(...factors) - 1e-12);
      expect(bootstrap!.high).toBeLessThanOrEqual(Math.max(...factors) + 1e-12);
      expect(shown).toBe('higher');
    }
  });

  it('turned round give the inverse', () => {
    const [there, back] = [two(), two(scaled(1.2), scaled(1))].map(
      ({ against }) => against[0].rows,
    );
    there.forEach((row, i) => {
      expect(back[i].estimate! * row.estimate!).toBeCloseTo(1, 12);
      expect(back[i].p).toBeCloseTo(row.p!, 12);
      expect(back[i].t!.low * row.t!.high).toBeCloseTo(1, 12);
    });
  });

  it('leave out those that one of the two has alone, or did not finish', () => {
    const fewer = scaled(1.2, { seeds: 4 });
    const [{ pairing, rows }] = two(scaled(1), fewer).against;
    expect(pairing).toMatchObject({ kind: 'paired', shared: 4 });
    expect(rows.every(({ n, first }) => n === 4 && first.n === 6)).toBe(true);
    const lost = sampleResults({
      networks: ASSIGNMENT.slice(0, 5),
      seeds: 6,
      change: (run, at) => (at < 5 ? diverged(run) : at === 6 ? diverged(run) : run),
    });
    const [first, second] = two(scaled(1), lost).against[0].rows;
    expect(first).toMatchObject({ n: 1, t: null, bootstrap: null, p: null, adjusted: null });
    expect(first.estimate).toBeGreaterThan(0);
    expect(second).toMatchObject({ n: 5, other: { n: 5 } });
  });

  it('of which none finished say nothing', () => {
    const none = sampleResults({ networks: ASSIGNMENT.slice(0, 5), seeds: 6, change: diverged });
    const { against, tests } = two(scaled(1), none);
    expect(tests).toBe(0);
    expect(against[0].rows[0]).toMatchObject({ n: 0, estimate: null, other: { median: null } });
  });
});

describe('other data', () => {
  it('of the same seeds make two samples of it', () => {
    const [{ pairing, rows }] = two(scaled(1), onOtherData(scaled(1.2))).against;
    expect(pairing).toEqual({ kind: 'unpaired', unit: 'seed', shared: 6, why: 'other-data' });
    expect(rows[0].n).toBeNull();
    // The seeds scatter more than their pairs do.
    const paired = two().against[0].rows[0];
    expect(rows[0].estimate).toBeCloseTo(paired.estimate!, 12);
    const width = ({ t }: typeof paired) => t!.high / t!.low;
    expect(width(rows[0])).toBeGreaterThan(width(paired));
  });

  it('and so do other seeds', () => {
    const [{ pairing }] = two(scaled(1), onOtherSeeds(scaled(1.2))).against;
    expect(pairing).toEqual({ kind: 'unpaired', unit: 'seed', shared: 0, why: 'other-seeds' });
    const [{ pairing: one }] = two(scaled(1), onOtherSeeds(scaled(1.2), 5)).against;
    expect(one).toMatchObject({ shared: 1, why: 'other-seeds' });
  });
});

describe('several comparisons', () => {
  it('share the level, by Holm', () => {
    const runs = [scaled(1), scaled(1.005), onOtherData(scaled(1.1))];
    const { against, tests } = compareRuns(
      runs.map((results, at) => labelled(String(at), results)),
      'loss',
    );
    expect(against.map(({ run }) => run)).toEqual([1, 2]);
    const rows = against.flatMap((each) => each.rows);
    expect(tests).toBe(rows.length);
    expect(rows.map(({ adjusted }) => adjusted)).toEqual(holm(rows.map(({ p }) => p!)));
    for (const { adjusted, shown } of rows) expect(shown !== null).toBe(adjusted! < 0.05);
  });
});

describe('measures', () => {
  it('that may be zero or fall are compared by differences', () => {
    const zero = sampleResults({ networks: [{ hidden: [2], train: 1, test: 0 }], seeds: 3 });
    expect(two(zero, zero).scale).toBe('difference');
    const classes = classResults({ seeds: 3 });
    const { scale, sign, noun } = two(classes, classes, 'accuracy');
    expect({ scale, sign, noun }).toEqual({ scale: 'difference', sign: 1, noun: 'test accuracy' });
    expect(two(scaled(1), scaled(1), 'r2').noun).toBe('test R²');
  });

  it('of one seed are repeated by its folds', () => {
    const folds = classResults({ seeds: 1, folds: 5, validation: false });
    const [{ pairing, rows }] = two(folds, folds, 'accuracy').against;
    expect(pairing).toMatchObject({ kind: 'paired', unit: 'fold', shared: 5 });
    expect(rows[0].n).toBe(5);
    const seeds = classResults({ seeds: 3, folds: 5, validation: false });
    expect(two(seeds, seeds, 'accuracy').against[0]).toMatchObject({
      pairing: { unit: 'seed', shared: 3 },
      rows: [{ n: 3 }, { n: 3 }, { n: 3 }],
    });
  });
});

it('takes the best setting of a network where none are called the same', () => {
  const plain = sampleResults({ networks: [{ hidden: [9], train: 1, test: 200 }], seeds: 3 });
  const [{ rows, passedOver, alone }] = two(plain, ratesResults()).against;
  expect(rows.map(({ other }) => other.variant)).toEqual(['4-8-1 learningRate=0.1']);
  expect(passedOver).toEqual({ first: 0, other: 3, by: 'test' });
  expect(alone).toEqual({ first: [], other: [] });
});

it('says of each run what its results say of double descent', () => {
  const { runs } = two();
  expect(runs[0]).toMatchObject({ label: 'a', networks: 5, seeds: 6 });
  expect(runs[0].verdicts[0]).toMatch(/^Double descent: /);
});
