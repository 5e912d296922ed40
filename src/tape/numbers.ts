import { describeValue } from '../config/text.js';
import { refuse } from './refuse.js';

/** A matrix in plain arrays: a list of rows; a list of numbers, which is one column; or a number. */
export type Numbers = number | ArrayLike<number> | ArrayLike<ArrayLike<number>>;

/** A matrix, row after row. */
export interface Table {
  rows: number;
  columns: number;
  values: Float64Array;
}

/**
 * Reads a matrix out of plain arrays.
 *
 * @param where what errors call it.
 * @throws {InputError} for no rows, rows of different lengths, and what is not a finite number.
 */
export function readNumbers(where: string, numbers: Numbers): Table {
  if (typeof numbers === 'number') {
    return { rows: 1, columns: 1, values: Float64Array.of(finite(where, numbers)) };
  }
  if (!isList(numbers)) refuse(where, describeValue(numbers), 'a list of numbers or of rows');
  const list = Array.from<number | ArrayLike<number>>(numbers);
  const hasRows = isList(list[0]);
  const columns = hasRows ? (list[0] as ArrayLike<number>).length : 1;
  if (list.length * columns === 0) refuse(where, 'no numbers', 'at least one');
  const values = new Float64Array(list.length * columns);
  list.forEach((row, i) => {
    const place = `${where}[${i}]`;
    if (hasRows) readRow(place, row, columns, values.subarray(i * columns));
    else values[i] = finite(place, row);
  });
  return { rows: list.length, columns, values };
}

function readRow(where: string, row: unknown, columns: number, to: Float64Array): void {
  if (!isList(row)) refuse(where, describeValue(row), `a list of ${columns} numbers`);
  if (row.length !== columns) {
    refuse(where, `${row.length} numbers`, `${columns} as in the first row`);
  }
  for (let j = 0; j < columns; j++) to[j] = finite(`${where}[${j}]`, row[j]);
}

function finite(where: string, value: unknown): number {
  return Number.isFinite(value)
    ? (value as number)
    : refuse(where, describeValue(value), 'a finite number');
}

/** Rows become columns. */
export function transposed({ rows, columns, values }: Table): Table {
  const turned = values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]);
  return { rows: columns, columns: rows, values: turned };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return typeof value === 'object' && value !== null && 'length' in value;
}
