import type { Preparation, RowLimits } from '../config/types.js';
import type { DatasetShape } from '../plan/trial.js';
import { type Dataset, NO_ROWS, type Rows } from './dataset.js';
import { measureScale, scaledCopy, scaleInPlace } from './scaling.js';
import { type HeldBack, pickTestRows, splitRows } from './split.js';

/** Rows that were read, drawn or handed over, their targets in the form that the loss takes. */
export interface Material {
  inputs: number;
  outputs: number;
  classes?: number;
  encoding?: DatasetShape['encoding'];
  image?: DatasetShape['image'];
  /** Rows to train on; without test rows, all. */
  rows: Rows;
  test?: Rows;
  /** The class of every row, and of every test row, where a split may ask for it. */
  labels?: ArrayLike<number>;
  testLabels?: ArrayLike<number>;
}

/** How one entry of the dataset table is made of its material. */
export interface Cut {
  preparation: Preparation & RowLimits;
  held: HeldBack;
  seed: number;
}

/** Training, validation and test rows of a dataset, and what they went through. */
export type Sets = Pick<Dataset, 'train' | 'validation' | 'test' | 'scale'>;

/** Deals the rows to the sets: picked out by number, not copied. */
export function cutSets(material: Material, { preparation, held, seed }: Cut): Sets {
  const { rows, labels } = material;
  const { validationFraction, trainRows } = preparation;
  const test = testOf(material, preparation, seed);
  const isWhole = held === 'none' && validationFraction === 0 && trainRows === undefined;
  if (isWhole) return { train: rows, validation: NO_ROWS, test: test ?? NO_ROWS };
  const split = splitRows(preparation, held, rows.rows, seed, labels);
  return {
    train: pick(rows, split.train),
    validation: pick(rows, split.validation),
    test: test ?? pick(rows, split.test),
  };
}

/** The test rows that come on their own, or as many of them as are asked for. */
function testOf(
  { test, testLabels }: Material,
  { split, testRows }: Cut['preparation'],
  seed: number,
): Rows | undefined {
  if (!test || testRows === undefined) return test;
  return pick(test, pickTestRows(split, testRows, test.rows, seed, testLabels));
}

function pick({ x, y }: Rows, order: Uint32Array): Rows {
  return order.length === 0 ? NO_ROWS : { rows: order.length, x, y, order };
}

/**
 * Scales the inputs of all sets by those of the training rows.
 *
 * @param shared whether other datasets use the same rows: then they are copied, else scaled where
 *   they stand.
 */
export function scaleSets(
  sets: Sets,
  scaling: Preparation['scaling'],
  { inputs, outputs }: Pick<Material, 'inputs' | 'outputs'>,
  shared: boolean,
): Sets {
  if (scaling === 'none') return sets;
  const scale = measureScale(scaling, sets.train, inputs);
  const { train, validation, test } = sets;
  if (!shared) {
    for (const x of new Set([train.x, validation.x, test.x])) scaleInPlace(x, scale);
    return { ...sets, scale };
  }
  const copy = (rows: Rows) => scaledCopy(rows, scale, inputs, outputs);
  return { train: copy(train), validation: copy(validation), test: copy(test), scale };
}
