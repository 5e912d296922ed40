import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSettings } from '../../src/compare/best-settings.js';
import { matchNetworks } from '../../src/compare/matching.js';
import type { AggregateRecord } from '../../src/results/schema.js';
import { ratesResults } from '../results/varied-sample.js';

const record = (variant: string, params: number) => ({ variant, params }) as AggregateRecord;
const names = (pairs: { first: AggregateRecord; other: AggregateRecord }[]) =>
  pairs.map(({ first, other }) => [first.variant, other.variant]);

describe('networks of two runs', () => {
  it('belong together by name where any are called the same', () => {
    const first = [record('c', 30), record('a', 10), record('x', 20)];
    const other = [record('a', 10), record('y', 20), record('c', 30)];
    const { matching, pairs, alone } = matchNetworks(first, other);
    expect(matching).toBe('variant');
    expect(names(pairs)).toEqual([
      ['a', 'a'],
      ['c', 'c'],
    ]);
    expect(alone).toEqual({ first: ['x'], other: ['y'] });
  });

  it('else by the nearest size, up to a factor of two', () => {
    const first = [record('a', 10), record('b', 100), record('c', 1000)];
    const other = [record('x', 12), record('y', 9), record('z', 450), record('w', 70)];
    const { matching, pairs, alone } = matchNetworks(first, other);
    expect(matching).toBe('parameters');
    expect(names(pairs)).toEqual([
      ['a', 'y'],
      ['b', 'w'],
    ]);
    expect(alone).toEqual({ first: ['c'], other: ['x', 'z'] });
  });

  it('each have one counterpart at most, and no nearer one is free', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const first = a.map((params, at) => record(`a${at}`, params));
        const other = b.map((params, at) => record(`b${at}`, params));
        const { pairs, alone } = matchNetworks(first, other);
        expect(pairs.length + alone.first.length).toBe(first.length);
        expect(pairs.length + alone.other.length).toBe(other.length);
        const ratio = (x: number, y: number) => Math.max(x / y, y / x);
        const free = other.filter(({ variant }) => alone.other.includes(variant));
        for (const pair of pairs) {
          const own = ratio(pair.first.params, pair.other.params);
          expect(own).toBeLessThanOrEqual(2);
          for (const each of free) {
            expect(ratio(pair.first.params, each.params)).toBeGreaterThanOrEqual(own);
          }
        }
        const lonely = first.filter(({ variant }) => alone.first.includes(variant));
        for (const x of lonely) {
          for (const y of free) expect(ratio(x.params, y.params)).toBeGreaterThan(2);
        }
      }),
    );
  });
});

it('of a network with several settings the best stands for it', () => {
  const results = ratesResults();
  const best = bestSettings(results, ({ test }) => -test.median!);
  expect(best.map(({ variant }) => variant)).toEqual(['4-8-1 learningRate=0.1']);
  const none = bestSettings(results, () => null);
  expect(none).toEqual([results.aggregate[0]]);
});
