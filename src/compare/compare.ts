import { exp } from '../math/exp.js';
import { log } from '../math/log.js';
import { lossNoun } from '../results/loss-noun.js';
import type { AggregateRecord } from '../results/schema.js';
import { bootstrapInterval, bootstrapInterval2 } from '../stats/bootstrap.js';
import { holm } from '../stats/holm.js';
import type { Interval } from '../stats/interval.js';
import { median } from '../stats/quantile.js';
import { sampleOf } from '../stats/sample.js';
import {
  type Estimate,
  estimateInterval,
  pairedEstimate,
  twoSidedP,
  welchEstimate,
} from '../stats/welch.js';
import { bestSettings, choosingSet, isError, scoreOn } from './best-settings.js';
import { configDifferences } from './config-differences.js';
import { matchNetworks, sharesNames } from './matching.js';
import type {
  Against,
  Comparison,
  LabelledRun,
  MatchedNetwork,
  MatchedRow,
  MeasureName,
  Pairing,
} from './types.js';
import { pairingOf, type Values, valuesOf } from './values.js';

/** All tests of a comparison together are wrong no more often than this. */
const LEVEL = 0.05;

/**
 * Runs side by side, each after the first against the first: its networks with their counterparts, and
 * by how much what they score on the test rows differs. Losses are compared by their logarithms, as
 * factors, because they scatter by factors; where one is zero, and of accuracies and R², by differences.
 *
 * @param runs at least two that `obstacles` finds nothing against.
 */
export function compareRuns(runs: readonly LabelledRun[], measure: MeasureName): Comparison {
  const [first, ...others] = runs;
  const scale = isError(measure) && allPositive(runs, measure) ? 'ratio' : 'difference';
  const against = others.map((other, at) => ({
    run: at + 1,
    ...compareTwo(first, other, measure, scale),
  }));
  return {
    measure,
    noun: nounOf(first, measure),
    sign: isError(measure) ? -1 : 1,
    scale,
    runs: runs.map(wordsOf),
    differences: configDifferences(runs.map(({ results }) => results.config)),
    ...adjusted(against, scale),
    level: LEVEL,
  };
}

function nounOf({ results }: LabelledRun, measure: MeasureName): string {
  if (measure === 'loss') return `test ${lossNoun(results)}`;
  return `test ${measure === 'accuracy' ? measure : measure === 'r2' ? 'R²' : 'MAE'}`;
}

function wordsOf({ label, results }: LabelledRun): Comparison['runs'][number] {
  const { name, configHash, variants, runs, observations } = results;
  return {
    label,
    name,
    configHash,
    networks: variants.length,
    seeds: new Set(runs.map(({ seed }) => seed)).size,
    finished: { done: runs.filter(({ status }) => status === 'done').length, runs: runs.length },
    verdicts: observations.flatMap(({ kind, text }) => (kind === 'double-descent' ? [text] : [])),
  };
}

function allPositive(runs: readonly LabelledRun[], measure: MeasureName): boolean {
  return runs.every(({ results }) =>
    [...valuesOf(results, measure, 'seed').values()].every((values) =>
      [...values.values()].every((value) => value > 0),
    ),
  );
}

function compareTwo(
  { results: first }: LabelledRun,
  { results: other }: LabelledRun,
  measure: MeasureName,
  scale: Comparison['scale'],
): Omit<Against, 'run'> {
  const pairing = pairingOf(first, other);
  const isNamed = sharesNames(first.aggregate, other.aggregate);
  const by = choosingSet([first, other]);
  const [own, theirs] = [first, other].map((each) =>
    isNamed ? each.aggregate : bestSettings(each, scoreOn(measure, by)),
  );
  const { matching, pairs, alone } = matchNetworks(own, theirs);
  const passedOver = {
    first: first.aggregate.length - own.length,
    other: other.aggregate.length - theirs.length,
    by,
  } as const;
  const [a, b] = [first, other].map((each) => valuesOf(each, measure, pairing.unit));
  const rows = pairs.map((pair) => {
    const [x, y] = [a.get(pair.first.variant)!, b.get(pair.other.variant)!];
    return {
      first: networkOf(pair.first, x),
      other: networkOf(pair.other, y),
      ...differenceOf(x, y, pairing, scale),
    };
  });
  return { matching, pairing, rows, alone, passedOver };
}

function networkOf({ variant, params }: AggregateRecord, values: Values): MatchedNetwork {
  return { variant, params, median: median([...values.values()]), n: values.size };
}

type Difference = Pick<MatchedRow, 'n' | 'estimate' | 't' | 'bootstrap' | 'p'> & {
  adjusted: null;
  shown: null;
};

function differenceOf(
  first: Values,
  other: Values,
  { kind }: Pairing,
  scale: Comparison['scale'],
): Difference {
  const to = scale === 'ratio' ? log : (value: number) => value;
  const back = scale === 'ratio' ? exp : (value: number) => value;
  const open = { t: null, bootstrap: null, p: null, adjusted: null, shown: null } as const;
  const found = (
    { difference, ...rest }: Estimate,
    bootstrap: Interval,
    n: number | null,
  ): Difference => ({
    ...open,
    n,
    estimate: back(difference),
    t: through(estimateInterval({ difference, ...rest }), back),
    bootstrap: through(bootstrap, back),
    p: twoSidedP({ difference, ...rest }),
  });
  if (kind === 'paired') {
    const shared = [...first.keys()].filter((key) => other.has(key));
    const pairs = shared.map((key) => to(other.get(key)!) - to(first.get(key)!));
    const n = pairs.length;
    if (n === 0) return { ...open, n, estimate: null };
    if (n === 1) return { ...open, n, estimate: back(pairs[0]) };
    return found(pairedEstimate(sampleOf(pairs)), bootstrapInterval(pairs, meanOf), n);
  }
  const [a, b] = [first, other].map((values) => [...values.values()].map(to));
  if (a.length === 0 || b.length === 0) return { ...open, n: null, estimate: null };
  const difference = (x: number[], y: number[]) => meanOf(y) - meanOf(x);
  if (a.length === 1 || b.length === 1) {
    return { ...open, n: null, estimate: back(difference(a, b)) };
  }
  const estimate = welchEstimate(sampleOf(a), sampleOf(b));
  return found(estimate, bootstrapInterval2(a, b, difference), null);
}

function meanOf(values: readonly number[]): number {
  return sampleOf(values).mean;
}

function through({ low, high }: Interval, back: (value: number) => number): Interval {
  return { low: back(low), high: back(high) };
}

/** Holm's adjustment over the tests of all pairs of runs, and what is shown by it. */
function adjusted(
  against: readonly Against[],
  scale: Comparison['scale'],
): Pick<Comparison, 'against' | 'tests'> {
  const none = scale === 'ratio' ? 1 : 0;
  const tested = against.flatMap(({ rows }) => rows).filter(({ p }) => p !== null);
  const ps = holm(tested.map(({ p }) => p!));
  const byRow = new Map(tested.map((row, at) => [row, ps[at]]));
  const withShown = (row: MatchedRow): MatchedRow => {
    const p = byRow.get(row);
    if (p === undefined) return row;
    const side = row.estimate! < none ? 'lower' : 'higher';
    return { ...row, adjusted: p, shown: p < LEVEL ? side : null };
  };
  return {
    tests: tested.length,
    against: against.map((each) => ({ ...each, rows: each.rows.map(withShown) })),
  };
}
