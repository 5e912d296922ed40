import { didYouMean } from '../config/suggest.js';
import { alternatives, quote } from '../config/text.js';
import type { CsvProblems } from './csv-problems.js';
import type { CsvScanner } from './csv-scanner.js';

export interface Columns {
  /** `x0`, `x1`, … where there is no header. */
  names: string[];
  /** Whether the names come from a header. */
  named: boolean;
}

/** Reads the first line if it is a header, else leaves it to be read as numbers. */
export function readColumns(
  scanner: CsvScanner,
  header: boolean | 'auto',
  problems: CsvProblems,
): Columns {
  const cells = readLine(scanner.fork());
  const kinds = new Set(cells.map(kindOf));
  if (header === 'auto' && kinds.has('text') && kinds.has('number')) {
    const advice = 'expected one or the other, or to be told whether it is a header';
    problems.add(`found both names and numbers, ${advice}`, scanner.line);
  }
  const named = header === true || (header === 'auto' && kinds.has('text'));
  if (named) readLine(scanner);
  return { names: named ? cells : cells.map((_, i) => `x${i}`), named };
}

/** Index of the column to predict; undefined when there is no such column. */
export function findTarget(
  columns: Columns,
  target: string | number,
  problems: CsvProblems,
): number | undefined {
  if (typeof target === 'string') return findName(columns, target, problems);
  const count = columns.names.length;
  const index = target < 0 ? count + target : target;
  if (index >= 0 && index < count) return index;
  problems.add(
    `found no target column ${target}, expected an index from ${-count} to ${count - 1}`,
  );
  return undefined;
}

function findName({ names, named }: Columns, target: string, problems: CsvProblems) {
  const index = names.indexOf(target);
  if (!named) {
    problems.add(`found no header that names the target ${quote(target)}, expected one`);
  } else if (index < 0) {
    const known = names.slice(0, 20).map((name) => quote(name));
    const list = names.length > 20 ? `${known.join(', ')}, …` : alternatives(known);
    problems.add(
      `found no target column ${quote(target)}, expected ${list}${didYouMean(target, names)}`,
    );
  } else if (names.lastIndexOf(target) !== index) {
    problems.add(`found two columns ${quote(target)}, expected one; name the target by its index`);
  } else return index;
  return undefined;
}

function readLine(scanner: CsvScanner): string[] {
  const cells: string[] = [];
  do cells.push(scanner.cell());
  while (scanner.more());
  return cells;
}

/** Words for values that no training can use are not names of columns either. */
function kindOf(cell: string): 'number' | 'empty' | 'text' {
  if (cell === '') return 'empty';
  const isNumber = isNotFinite(cell) || !Number.isNaN(Number(cell));
  return isNumber ? 'number' : 'text';
}

export function isNotFinite(cell: string): boolean {
  return /^[+-]?(?:nan|inf(?:inity)?)$/i.test(cell);
}
