import type { Results, RunRecord } from '../results/schema.js';
import type { MeasureName, Pairing } from './types.js';

/** What a network scores on the test rows, by seed, or by fold where there is one seed. */
export type Values = Map<number, number>;

/** What the trainings of a network are told apart by: its seeds, or the folds of its only one. */
function unitOf({ runs }: Pick<Results, 'runs'>): Pairing['unit'] {
  const seeds = new Set(runs.map(({ seed }) => seed));
  return seeds.size === 1 && runs.some(({ fold }) => fold !== undefined) ? 'fold' : 'seed';
}

/**
 * The values of every network. Over the folds of a seed it is their mean; a seed one of whose trainings
 * did not finish has none.
 */
export function valuesOf(
  { runs }: Pick<Results, 'runs'>,
  measure: MeasureName,
  unit: Pairing['unit'],
): Map<string, Values> {
  const byNetwork = new Map<string, Map<number, (number | null)[]>>();
  for (const run of runs) {
    const own = byNetwork.get(run.variant) ?? new Map<number, (number | null)[]>();
    byNetwork.set(run.variant, own);
    const key = keyOf(run, unit);
    own.set(key, [...(own.get(key) ?? []), testValue(run, measure)]);
  }
  return new Map(
    [...byNetwork].map(([variant, own]) => [
      variant,
      new Map(
        [...own].flatMap(([key, values]): [number, number][] => {
          if (values.includes(null)) return [];
          const sum = (values as number[]).reduce((total, value) => total + value, 0);
          return [[key, sum / values.length]];
        }),
      ),
    ]),
  );
}

function testValue({ status, final, metrics }: RunRecord, measure: MeasureName): number | null {
  if (status !== 'done') return null;
  return (measure === 'loss' ? final.test : metrics[measure]?.final.test) ?? null;
}

function keyOf({ seed, fold }: RunRecord, unit: Pairing['unit']): number {
  return unit === 'fold' ? (fold ?? 0) : seed;
}

/**
 * Whether differences may be taken seed by seed: where the seeds that both runs have, at least two,
 * have the same rows in both. Other seeds are then left out.
 */
export function pairingOf(first: Results, other: Results): Pairing {
  const unit = unitOf(first) === unitOf(other) ? unitOf(first) : 'seed';
  const [a, b] = [rowsOf(first, unit), rowsOf(other, unit)];
  const shared = [...a.keys()].filter((key) => b.has(key));
  const base = { unit, shared: shared.length };
  if (shared.length < 2) return { ...base, kind: 'unpaired', why: 'other-seeds' };
  const isSame = shared.every((key) => a.get(key) === b.get(key));
  return isSame
    ? { ...base, kind: 'paired', why: 'same-data' }
    : { ...base, kind: 'unpaired', why: 'other-data' };
}

/** The digests of the rows of every seed, its folds in order. */
function rowsOf({ runs, datasets }: Results, unit: Pairing['unit']): Map<number, string> {
  const digests = new Map(datasets.map(({ id, sha256 }) => [id, sha256]));
  const rows = new Map<number, Set<string>>();
  for (const run of runs) {
    const key = keyOf(run, unit);
    rows.set(key, (rows.get(key) ?? new Set()).add(digests.get(run.dataset) ?? run.dataset));
  }
  return new Map([...rows].map(([key, own]) => [key, [...own].join(' ')]));
}
