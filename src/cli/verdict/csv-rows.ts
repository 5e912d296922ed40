import { suggest } from '../../config/suggest.js';
import { quote } from '../../config/text.js';
import { isNotFinite, kindOf, shownCell } from '../../data/read/csv-cell.js';
import type { ReadProblems } from '../../data/read/problems.js';

const NEEDED = ['size', 'params', 'seed', 'train', 'test'] as const;

/** Where the columns stand; −1: there is no such column. */
export type Columns = Record<(typeof NEEDED)[number] | 'curve', number>;

/** One run. */
export interface Row {
  line: number;
  /** Empty where there is one curve. */
  curve: string;
  size: string;
  params: number;
  seed: string;
  /** Null where the run has no such error. */
  train: number | null;
  test: number | null;
}

/** Finds the columns by the header, whatever their order and case. */
export function columnsOf(head: readonly string[], line: number, problems: ReadProblems): Columns {
  const names = head.map((name) => name.toLowerCase());
  const columns = { curve: names.indexOf('curve') } as Columns;
  if (names.includes('variant') && names.includes('status')) {
    problems.add("found the results.csv of a run, expected the run's folder or results.json", line);
    return columns;
  }
  for (const name of NEEDED) {
    columns[name] = names.indexOf(name);
    if (columns[name] < 0) {
      const others = head.filter((each) => !(NEEDED as readonly string[]).includes(each));
      const near = suggest(name, others);
      const found = near === undefined ? `no column ${name}` : `a column ${quote(near)}`;
      const expected = near === undefined ? 'expected one' : `expected ${name}`;
      problems.add(`found ${found}, ${expected}`, line);
    } else if (names.lastIndexOf(name) !== columns[name]) {
      problems.add(`found several columns ${name}, expected one`, line);
    }
  }
  return columns;
}

/** Undefined where a cell is not what it should be: then a problem was added. */
export function rowOf(
  cells: readonly string[],
  columns: Columns,
  line: number,
  problems: ReadProblems,
): Row | undefined {
  const params = Number(cells[columns.params]);
  const areParams = cells[columns.params] !== '' && Number.isSafeInteger(params) && params > 0;
  if (!areParams) {
    const found = shownCell(cells[columns.params]);
    problems.add(`found ${found} in column params, expected a whole number above 0`, line);
  }
  for (const name of ['size', 'seed'] as const) {
    if (cells[columns[name]] === '') {
      problems.add(`found an empty cell in column ${name}, expected a name or number`, line);
    }
  }
  const train = errorOf(cells[columns.train], 'train', line, problems);
  const test = errorOf(cells[columns.test], 'test', line, problems);
  const [size, seed] = [cells[columns.size], cells[columns.seed]];
  if (!areParams || size === '' || seed === '' || train === undefined || test === undefined) {
    return undefined;
  }
  const curve = columns.curve < 0 ? '' : cells[columns.curve];
  return { line, curve, size, params, seed, train, test };
}

/** Null where the run has none; undefined, and a problem, for what is no squared error. */
function errorOf(
  cell: string,
  name: string,
  line: number,
  problems: ReadProblems,
): number | null | undefined {
  if (cell === '' || isNotFinite(cell)) return null;
  const value = kindOf(cell) === 'number' ? Number(cell) : Number.NaN;
  if (value >= 0) return value === Number.POSITIVE_INFINITY ? null : value;
  const expected = 'expected a squared error: 0 or more, nothing where a run has none';
  problems.add(`found ${quote(cell)} in column ${name}, ${expected}`, line);
  return undefined;
}
