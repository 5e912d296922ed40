import { quote } from '../config/text.js';
import { type Columns, isNotFinite } from './csv-columns.js';
import type { CsvProblems } from './csv-problems.js';
import type { CsvScanner } from './csv-scanner.js';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads all remaining lines as rows of numbers; empty lines are skipped.
 *
 * @param bytes that the scanner walks over: they bound the memory that is taken.
 * @returns the cells of all rows, row after row.
 */
export function readRows(
  scanner: CsvScanner,
  bytes: Uint8Array,
  columns: Columns,
  problems: CsvProblems,
): Float32Array {
  const width = columns.names.length;
  const cells = new Float32Array(mostCells(bytes, width));
  let filled = 0;
  while (!scanner.done) {
    if (scanner.skipEmptyLine()) continue;
    const { line } = scanner;
    let count = 0;
    do {
      const value = readCell(scanner, columns.names[count], problems);
      if (count < width) cells[filled + count] = value;
      count++;
    } while (scanner.more());
    if (count === width) filled += width;
    else problems.add(`found ${count} cell${count === 1 ? '' : 's'}, expected ${width}`, line);
  }
  return cells.subarray(0, filled);
}

function readCell(scanner: CsvScanner, column: string | undefined, problems: CsvProblems): number {
  const { line, column: character } = scanner;
  let value = scanner.number();
  // Not a plain number; NaN is the one value that differs from itself.
  if (Number.isNaN(value)) {
    const cell = scanner.cell();
    value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
    if (Number.isNaN(value)) {
      const place = column === undefined ? '' : ` (column ${quote(column)})`;
      problems.add(`found ${shown(cell)}, expected a number${place}`, line, character);
      return 0;
    }
  }
  if (!Number.isFinite(Math.fround(value))) {
    problems.add(`found ${value}, expected a number within ±3.4e38`, line, character);
  }
  return value;
}

function shown(cell: string): string {
  if (cell === '') return 'an empty cell';
  return isNotFinite(cell) ? cell : quote(cell);
}

/** A row needs a line end, and a cell a digit and a separator. */
function mostCells(bytes: Uint8Array, width: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return Math.min(lines * width, Math.ceil((bytes.length + 1) / 2));
}
