import { heldBack } from '../config/held-back.js';
import type { Preparation, RowLimits } from '../config/types.js';
import { permute } from '../random/permutation.js';
import { PURPOSE, Stream } from '../random/stream.js';
import { foldOfRows } from './folds.js';
import { countLabels, nestedShares, type Strata, shares } from './strata.js';

/** Numbers of the rows that go into each set, in the order in which they are used. */
export interface Split {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
}

/** What becomes test rows: a share, a number, a fold, or none (they come on their own). */
export type HeldBack =
  | { testFraction: number }
  | { testRows: number }
  | { fold: number; folds: number }
  | 'none';

/** How rows are dealt. */
type Dealing = Pick<Preparation, 'split' | 'validationFraction'> & Pick<RowLimits, 'trainRows'>;

/**
 * Deals the rows 0 … rows − 1 to the sets, a pure function of the seed. A validation set takes
 * its share of the rows that are not for testing; of what is left, `trainRows` are trained on.
 *
 * @param labels the class of every row, for a stratified split: the classes' shares of a set that
 *   is held back, or limited, are within one row of those of what it is taken from.
 */
export function splitRows(
  { split, validationFraction, trainRows }: Dealing,
  held: HeldBack,
  rows: number,
  seed: number,
  labels?: ArrayLike<number>,
): Split {
  const classes = split === 'stratified' ? labels : undefined;
  const order = orderOf(rows, split, { seed, step: 0 });
  const hold = (from: Uint32Array, count: number) =>
    split === 'order' ? holdLast(from, count) : holdFirst(from, count, classes);
  const [test, rest] =
    held === 'none'
      ? [order.subarray(0, 0), order]
      : 'fold' in held
        ? holdFold(order, held, classes)
        : hold(order, 'testRows' in held ? held.testRows : heldBack(rows, held.testFraction));
  const [validation, train] = hold(rest, heldBack(rest.length, validationFraction));
  return { train: firstOf(train, trainRows, classes), validation, test };
}

/**
 * Picks `count` of the test rows 0 … rows − 1 that come on their own: drawn as `split` says, in a
 * draw of their own; in order, the first.
 *
 * @param labels the class of every row, for a stratified draw.
 */
export function pickTestRows(
  split: Preparation['split'],
  count: number,
  rows: number,
  seed: number,
  labels?: ArrayLike<number>,
): Uint32Array {
  const order = orderOf(rows, split, { seed, step: 1 });
  return firstOf(order, count, split === 'stratified' ? labels : undefined);
}

function orderOf(
  rows: number,
  split: Preparation['split'],
  draw: { seed: number; step: number },
): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  if (split !== 'order') permute(order, new Stream({ ...draw, purpose: PURPOSE.split }));
  return order;
}

/** The first `count` rows, of classes the first of each: the fewer are among the more. */
function firstOf(
  order: Uint32Array,
  count = order.length,
  labels?: ArrayLike<number>,
): Uint32Array {
  return count < order.length ? holdFirst(order, count, labels, nestedShares)[0] : order;
}

type Halves = [held: Uint32Array, rest: Uint32Array];

function holdLast(order: Uint32Array, count: number): Halves {
  const rest = order.length - count;
  return [order.subarray(rest), order.subarray(0, rest)];
}

/** @param divide the count among the classes, where there are labels. */
function holdFirst(
  order: Uint32Array,
  count: number,
  labels?: ArrayLike<number>,
  divide: (strata: Strata, count: number) => Strata = shares,
): Halves {
  if (!labels) return [order.subarray(0, count), order.subarray(count)];
  const quotas = divide(countLabels(order, labels), count);
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
