import { kindOf } from './csv-cell.js';
import { type ColumnName, type CsvFormat, targetsOf } from './csv-format.js';
import { readLine } from './csv-lines.js';
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
 * @param labelled whether a word in the target column makes no header yet.
 */
export function readColumns(
  scanner: CsvScanner,
  format: CsvFormat,
  labelled: boolean,
  problems: ReadProblems,
): Columns | undefined {
  const ahead = scanner.fork();
  const cells = readLine(ahead)!;
  const second = readLine(ahead);
  const mixed = isMixed(cells.map(kindOf));
  if (isStray(cells, second, readLine(ahead), mixed)) {
    const width = second!.length;
    const advice = `a line that is neither is skipped with skipLines: ${scanner.line} (--skip-lines ${scanner.line})`;
    const found = `found ${cells.length} cell${cells.length === 1 ? '' : 's'} above rows of ${width}`;
    problems.add(`${found}, expected a header or a row of ${width}; ${advice}`, scanner.line);
    return undefined;
  }
  let named = format.header === true;
  if (format.header === 'auto') {
    const judged = mixed ? inputKinds(cells, second, format, labelled) : cells.map(kindOf);
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

/** A first line that is no row of the table below it, such as scikit-learn's
 * `178,13,class_0,class_1,class_2`. */
function isStray(cells: string[], second?: string[], third?: string[], mixed?: boolean): boolean {
  if (!second || second.length === cells.length || second.length < 2) return false;
  return third ? third.length === second.length : mixed === true;
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
