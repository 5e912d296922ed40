import { describeValue } from '../config/text.js';
import { refuse } from './refuse.js';

/** A matrix in plain arrays: a list of rows, or a list of numbers, which is one column. */
export type Numbers = ArrayLike<number> | ArrayLike<ArrayLike<number>>;

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
  if (!isList(numbers)) refuse(where, describeValue(numbers), 'a list of numbers or of rows');
  const list = Array.from<number | ArrayLike<number>>(numbers);
  const lists = list.map((row) => (isList(row) ? Array.from(row) : [row]));
  const rows = lists.length;
  const columns = rows > 0 ? lists[0].length : 0;
  if (columns === 0) refuse(where, 'no numbers', 'at least one');
  lists.forEach((row, i) => {
    const place = isList(list[i]) ? `${where}[${i}]` : where;
    if (row.length !== columns || isList(list[i]) !== isList(list[0])) {
      refuse(place, `${row.length} numbers`, `${columns} as in the first row`);
    }
    const odd = row.findIndex((value) => !Number.isFinite(value));
    if (odd < 0) return;
    const at = isList(list[i]) ? odd : i;
    refuse(`${place}[${at}]`, describeValue(row[odd]), 'a finite number');
  });
  return { rows, columns, values: Float64Array.from(lists.flat()) };
}

/** Rows become columns. */
export function transposed({ rows, columns, values }: Table): Table {
  const turned = values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]);
  return { rows: columns, columns: rows, values: turned };
}

function isList(value: unknown): value is ArrayLike<never> {
  return typeof value === 'object' && value !== null && 'length' in value;
}
