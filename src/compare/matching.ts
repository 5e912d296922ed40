import type { AggregateRecord } from '../results/schema.js';

/** Networks of two runs that belong together. */
export interface Matched {
  matching: 'variant' | 'parameters';
  pairs: { first: AggregateRecord; other: AggregateRecord }[];
  alone: { first: string[]; other: string[] };
}

/** Whether any networks of two runs are called the same. */
export function sharesNames(
  first: readonly AggregateRecord[],
  other: readonly AggregateRecord[],
): boolean {
  const names = new Set(other.map(({ variant }) => variant));
  return first.some(({ variant }) => names.has(variant));
}

/** Networks further apart in size than this are no counterparts. */
const MOST_RATIO = 2;

/**
 * Matches networks by what they are called, hyper-parameters included, where any are called the same;
 * else by their number of parameters: the nearest first, each once, up to a factor of two. Pairs come
 * ascending by the parameters of the first.
 */
export function matchNetworks(
  first: readonly AggregateRecord[],
  other: readonly AggregateRecord[],
): Matched {
  const byName = new Map(other.map((record) => [record.variant, record]));
  const isNamed = sharesNames(first, other);
  const pairs = isNamed
    ? first.flatMap((record) => {
        const same = byName.get(record.variant);
        return same === undefined ? [] : [{ first: record, other: same }];
      })
    : nearest(first, other);
  pairs.sort((a, b) => a.first.params - b.first.params);
  const left = (all: readonly AggregateRecord[], side: 'first' | 'other') =>
    all.filter((record) => !pairs.some((pair) => pair[side] === record)).map((r) => r.variant);
  return {
    matching: isNamed ? 'variant' : 'parameters',
    pairs,
    alone: { first: left(first, 'first'), other: left(other, 'other') },
  };
}

function nearest(
  first: readonly AggregateRecord[],
  other: readonly AggregateRecord[],
): Matched['pairs'] {
  const candidates = first.flatMap((a) =>
    other.map((b) => ({ first: a, other: b, ratio: ratio(a.params, b.params) })),
  );
  // Stable: equals stay in the order of their runs.
  candidates.sort((a, b) => a.ratio - b.ratio);
  const taken = new Set<AggregateRecord>();
  return candidates.flatMap(({ first, other, ratio }) => {
    if (ratio > MOST_RATIO || taken.has(first) || taken.has(other)) return [];
    taken.add(first).add(other);
    return [{ first, other }];
  });
}

function ratio(a: number, b: number): number {
  return a > b ? a / b : b / a;
}
