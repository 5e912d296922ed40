import { heldBack } from '../config/held-back.js';
import type { Preparation } from '../config/types.js';
import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import { foldOfRows } from './folds.js';

/** Numbers of the rows that go into each set, in the order in which they are used. */
export interface Split {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
}

/** What becomes test rows: a share, a fold, or none (they come on their own). */
export type HeldBack = { testFraction: number } | { fold: number; folds: number } | 'none';

/**
 * Deals the rows 0 … rows − 1 to the sets, a pure function of the seed. A validation set takes
 * its share of the rows that are not for testing.
 *
 * @param labels the class of every row, for a stratified split: the classes' shares of a set that
 *   is held back are within one row of those of the whole.
 */
export function splitRows(
  { split, validationFraction }: Pick<Preparation, 'split' | 'validationFraction'>,
  held: HeldBack,
  rows: number,
  seed: number,
  labels?: ArrayLike<number>,
): Split {
  const classes = split === 'stratified' ? labels : undefined;
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  if (split !== 'order') permute(order, new Stream({ seed, purpose: PURPOSE.split }));
  const hold = (from: Uint32Array, count: number) =>
    split === 'order' ? holdLast(from, count) : holdFirst(from, count, classes);
  const [test, rest] =
    held === 'none'
      ? [order.subarray(0, 0), order]
      : 'fold' in held
        ? holdFold(order, held, classes)
        : hold(order, heldBack(rows, held.testFraction));
  const [validation, train] = hold(rest, heldBack(rest.length, validationFraction));
  return { train, validation, test };
}

type Halves = [held: Uint32Array, rest: Uint32Array];

function holdLast(order: Uint32Array, count: number): Halves {
  const rest = order.length - count;
  return [order.subarray(rest), order.subarray(0, rest)];
}

function holdFirst(order: Uint32Array, count: number, labels?: ArrayLike<number>): Halves {
  if (!labels) return [order.subarray(0, count), order.subarray(count)];
  const quotas = shares(countLabels(order, labels), count);
  return partition(order, (row) => {
    const left = quotas.get(labels[row])!;
    quotas.set(labels[row], left - 1);
    return left > 0;
  });
}

function holdFold(
  order: Uint32Array,
  { fold, folds }: { fold: number; folds: number },
  labels?: ArrayLike<number>,
): Halves {
  const foldOf = foldOfRows(order, folds, labels);
  return partition(order, (row) => foldOf[row] === fold);
}

function partition(order: Uint32Array, isHeld: (row: number) => boolean): Halves {
  const held: number[] = [];
  const rest: number[] = [];
  for (const row of order) (isHeld(row) ? held : rest).push(row);
  return [Uint32Array.from(held), Uint32Array.from(rest)];
}

function countLabels(order: Uint32Array, labels: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of order) counts.set(labels[row], (counts.get(labels[row]) ?? 0) + 1);
  return counts;
}

/** Divides `count` in proportion to the classes: the whole parts, then one each to the largest
 * remainders, to the lower class among equals. */
function shares(counts: ReadonlyMap<number, number>, count: number): Map<number, number> {
  const total = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  const parts = [...counts].map(([label, rows]) => {
    const part = Math.floor((rows * count) / total);
    return { label, part, rest: (rows * count) % total };
  });
  parts.sort((a, b) => b.rest - a.rest || a.label - b.label);
  const left = count - parts.reduce((sum, { part }) => sum + part, 0);
  return new Map(parts.map(({ label, part }, i) => [label, part + (i < left ? 1 : 0)]));
}
