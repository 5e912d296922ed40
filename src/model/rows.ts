import { InputError } from '../config/problem.js';
import { describeValue } from '../config/text.js';

/** Rows of numbers, one after the other in one array. */
export type FlatRows = ArrayLike<number>;
/** A row each. */
export type NestedRows = ArrayLike<ArrayLike<number>>;

export function isFlat(rows: FlatRows | NestedRows): rows is FlatRows {
  return ArrayBuffer.isView(rows) || typeof rows[0] === 'number';
}

/** @throws {InputError} where a flat array ends in the middle of a row. */
export function countRows(rows: FlatRows | NestedRows, inputs: number): number {
  if (!isFlat(rows)) return rows.length;
  const count = rows.length / inputs;
  if (Number.isInteger(count)) return count;
  throw problem('rows', `found ${rows.length} numbers, expected ${inputs} for every row`);
}

/**
 * Copies `out.length / inputs` rows from row `first` on, rounded to float32.
 *
 * @throws {InputError} for a row of another length, and for what is no finite float32.
 */
export function copyRows(
  rows: FlatRows | NestedRows,
  first: number,
  inputs: number,
  out: Float32Array,
): void {
  if (isFlat(rows)) {
    const start = first * inputs;
    for (let i = 0; i < out.length; i++) out[i] = rows[start + i];
  } else {
    for (let j = 0; j * inputs < out.length; j++) {
      const row = rows[first + j];
      if (row?.length !== inputs) throw wrongRow(row, first + j, inputs);
      out.set(row, j * inputs);
    }
  }
  for (let i = 0; i < out.length; i++) {
    if (!Number.isFinite(out[i]))
      throw notFinite(rows, first + Math.floor(i / inputs), i % inputs, inputs);
  }
}

function wrongRow(row: unknown, j: number, inputs: number): InputError {
  const length = (row as ArrayLike<number> | null | undefined)?.length;
  const found = length === undefined ? describeValue(row) : `${length} numbers`;
  return problem(`rows[${j}]`, `found ${found}, expected ${inputs} numbers`);
}

function notFinite(rows: FlatRows | NestedRows, j: number, i: number, inputs: number): InputError {
  const value = isFlat(rows) ? rows[j * inputs + i] : rows[j][i];
  const message = `found ${describeValue(value)}, expected a number within ±3.4e38`;
  return problem(`rows[${j}][${i}]`, message);
}

function problem(where: string, message: string): InputError {
  return new InputError([{ where, message }], 3);
}
