import { InputError, type Problem } from '../config/problem.js';
import { quote } from '../config/text.js';
import { type Columns, findTarget, readColumns } from './csv-columns.js';
import { CsvProblems } from './csv-problems.js';
import { readRows } from './csv-rows.js';
import { CsvScanner } from './csv-scanner.js';

export interface CsvOptions {
  /** Column name, or index from 0 (negative: from the end). */
  target: string | number;
  /** Whether the first line names the columns; `auto`: it does when it holds no number. */
  header: boolean | 'auto';
}

/** The rows of a CSV file; `x` and `y` sample-major. */
export interface CsvTable {
  /** All columns in the order of the file, the target among them; `x0`, `x1`, … without header. */
  columns: string[];
  /** Whether `columns` come from a header. */
  named: boolean;
  rows: number;
  inputs: number;
  outputs: 1;
  x: Float32Array;
  y: Float32Array;
}

/**
 * Parses a CSV text of numbers: comma separated, at least two columns, all rows equally long.
 *
 * @param bytes UTF-8, with or without byte order mark.
 * @param name of the file, for problems.
 * @throws {InputError} (exit code 3) with the first 20 problems and the count of the others.
 */
export function parseCsv(bytes: Uint8Array, name: string, options: CsvOptions): CsvTable {
  const problems = new CsvProblems(name);
  const scanner = new CsvScanner(bytes);
  const columns = readHead(scanner, bytes, options.header, problems);
  if (!columns) throw new InputError(problems.list(), 3);
  const target = findTarget(columns, options.target, problems);
  const cells = readRows(scanner, bytes, columns, problems);
  if (cells.length === 0 && !problems.any) problems.add('found no rows below the header');
  if (problems.any || target === undefined) throw new InputError(problems.list(), 3);
  return separate(cells, columns, target);
}

/** What keeps a file of test rows from being read like the training rows. */
export function columnProblems(train: CsvTable, test: CsvTable, testName: string): Problem[] {
  const problems = new CsvProblems(testName);
  const [expected, found] = [train.columns.length, test.columns.length];
  if (found !== expected) {
    problems.add(`found ${found} columns, expected ${expected} as in the training rows`);
  } else if (train.named && test.named) {
    for (const [i, name] of test.columns.entries()) {
      const wanted = train.columns[i];
      if (name === wanted) continue;
      problems.add(
        `found column ${quote(name)}, expected ${quote(wanted)} as in the training rows`,
        1,
      );
    }
  }
  return problems.list();
}

function readHead(
  scanner: CsvScanner,
  bytes: Uint8Array,
  header: CsvOptions['header'],
  problems: CsvProblems,
): Columns | undefined {
  while (!scanner.done && scanner.skipEmptyLine());
  if (scanner.done) {
    problems.add('found an empty file, expected rows of numbers');
    return undefined;
  }
  if (bytes.subarray(0, 1000).includes(0)) {
    problems.add('found binary data or UTF-16, expected UTF-8 text');
    return undefined;
  }
  const { line } = scanner;
  const columns = readColumns(scanner, header, problems);
  if (columns.names.length >= 2) return columns;
  problems.add('found 1 column, expected 2 or more, separated by commas', line);
  return undefined;
}

function separate(cells: Float32Array, { names, named }: Columns, target: number): CsvTable {
  const width = names.length;
  const rows = cells.length / width;
  const x = new Float32Array(rows * (width - 1));
  const y = new Float32Array(rows);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    for (let i = 0; i < width; i++) {
      if (i === target) y[row] = cells[start + i];
      else x[next++] = cells[start + i];
    }
  }
  return { columns: names, named, rows, inputs: width - 1, outputs: 1, x, y };
}
