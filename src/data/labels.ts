import { InputError } from '../config/problem.js';
import type { Rows } from './dataset.js';

/** Rows whose targets may be labels, and what they are called in problems. */
export interface Labelled {
  where: string;
  rows: Pick<Rows, 'y'>;
}

/** A label beyond it is a mistake: its network would have more outputs than anyone trains. */
const MOST_CLASSES = 1_000_000;

/**
 * The number of classes: one more than the largest label of the training rows.
 *
 * @param outputs target columns; labels take one.
 * @throws {InputError} (exit code 3) for labels that are no whole numbers from 0, or beyond the
 *   classes of the training rows; and where all training rows are of one class.
 */
export function countClasses(outputs: number, train: Labelled, test?: Labelled): number {
  if (outputs !== 1) {
    const message = `found ${outputs} target columns, expected one column of class labels`;
    throw new InputError([{ where: train.where, message }], 3);
  }
  const classes = 1 + largestLabel(train, MOST_CLASSES);
  checkVariety(train);
  if (test) largestLabel(test, classes);
  return classes;
}

/** @throws {InputError} (exit code 3) for a label that is no whole number from 0 to classes − 1. */
export function checkLabels(labelled: Labelled, classes: number): void {
  largestLabel(labelled, classes);
}

function largestLabel({ where, rows: { y } }: Labelled, below: number): number {
  let largest = 0;
  for (let row = 0; row < y.length; row++) {
    const label = y[row];
    if (!(Number.isInteger(label) && label >= 0 && label < below)) {
      const expected = `a class label, a whole number from 0 to ${below - 1}`;
      const message = `found target ${label} in data row ${row + 1}, expected ${expected}`;
      throw new InputError([{ where, message }], 3);
    }
    if (label > largest) largest = label;
  }
  return largest;
}

/** There is nothing to learn where every answer is the same. */
function checkVariety({ where, rows: { y } }: Labelled): void {
  if (y.some((label) => label !== y[0])) return;
  const message = `found class ${y[0]} in every row, expected two classes or more`;
  throw new InputError([{ where, message }], 3);
}
