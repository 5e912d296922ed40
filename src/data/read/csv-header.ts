import { kindOf } from './csv-cell.js';
import { type ColumnName, type CsvFormat, targetsOf } from './csv-format.js';
import { countRows, readLine } from './csv-lines.js';
import type { CsvScanner } from './csv-scanner.js';
import type { ReadProblems } from './problems.js';

export interface Columns {
  /** `x0`, `x1`, … where there is no header. */
  names: string[];
  /** Whether the names come from a header. */
  named: boolean;
}

/**
 * Reads the first line if it is a header, else leaves it to be read as a row. Undefined where it
 * is neither.
 *
 * @param bytes of the scanner.
 * @param labelled whether a word in the target column makes no header yet.
 */
export function readColumns(
  scanner: CsvScanner,
  bytes: Uint8Array,
  format: CsvFormat,
  labelled: boolean,
  problems: ReadProblems,
): Columns | undefined {
  const ahead = scanner.fork();
  const cells = readLine(ahead)!;
  const below = ahead.fork();
  const rows: Below = {
    first: readLine(ahead),
    second: readLine(ahead),
    count: () => countRows(below, bytes),
  };
  const foreign = neither(cells, rows, format, scanner.line);
  if (foreign !== undefined) {
    problems.add(foreign, scanner.line);
    return undefined;
  }
  let named = format.header === true;
  if (format.header === 'auto') {
    const kinds = cells.map(kindOf);
    const judged = isMixed(kinds) ? inputKinds(cells, rows.first, format, labelled) : kinds;
    if (isMixed(judged)) {
      const advice = 'expected one or the other, or to be told whether it is a header';
      problems.add(`found both names and numbers, ${advice}`, scanner.line);
    }
    named = judged.includes('text');
  }
  if (named) readLine(scanner);
  return { names: named ? cells : cells.map((_, i) => `x${i}`), named };
}

function isMixed(kinds: readonly string[]): boolean {
  return kinds.includes('text') && kinds.includes('number');
}

/** What stands below the first line. */
interface Below {
  first: string[] | undefined;
  second: string[] | undefined;
  count(): number;
}

/** What to do about a first line that is neither a header nor a row; undefined where it may be one. */
function neither(
  cells: string[],
  below: Below,
  { header }: CsvFormat,
  line: number,
): string | undefined {
  const width = below.first?.length ?? 0;
  const mixed = isMixed(cells.map(kindOf));
  const expected = `expected a header or a row of ${width}`;
  const mayBe = width === cells.length && (!mixed || header === true);
  if (!mayBe && isTally(cells, width, below)) {
    const found = `found the numbers of rows and inputs, ${cells.slice(0, 2).join(' and ')}`;
    return `${found}, ${expected}: use --skip-lines ${line} (skipLines: ${line})`;
  }
  if (!isStray(cells, below, mixed)) return undefined;
  const found = `found ${cells.length} cell${cells.length === 1 ? '' : 's'} above rows of ${width}`;
  const advice = `a line that is neither is skipped with skipLines: ${line} (--skip-lines ${line})`;
  return `${found}, ${expected}; ${advice}`;
}

/** A first line that tells how many rows and inputs are below it, and maybe what the classes are
 * called: scikit-learn's `178,13,class_0,class_1,class_2`. */
function isTally([rows, inputs, ...names]: string[], width: number, { count }: Below): boolean {
  const isNaming = names.length !== 1 && names.every((name) => kindOf(name) === 'text');
  return isNaming && Number(inputs) === width - 1 && Number(rows) === count();
}

/** A first line that is no row of the table below it. */
function isStray(cells: string[], { first, second }: Below, mixed: boolean): boolean {
  if (!first || first.length === cells.length || first.length < 2) return false;
  return second ? second.length === first.length : mixed;
}

/** The kinds of cells that are no row's business to be numbers are left out: ignored ones, and the
 * name of a class unless the row below has a number there. */
function inputKinds(
  cells: string[],
  second: string[] | undefined,
  { target, ignore }: CsvFormat,
  labelled: boolean,
): string[] {
  const indexOf = (name: ColumnName) =>
    typeof name === 'number' && name < 0 ? cells.length + name : name;
  const left = new Set<ColumnName>(ignore.map(indexOf));
  const [first, ...others] = targetsOf(target).map(indexOf);
  if (labelled && others.length === 0 && typeof first === 'number') {
    if (second === undefined || kindOf(second[first] ?? '') === 'text') left.add(first);
  }
  return cells.map(kindOf).filter((_, i) => !left.has(i));
}
