import type { Problem } from '../../config/problem.js';
import { printable, quote } from '../../config/text.js';
import type { TakeFloats } from '../source.js';
import type { ColumnNames, Table } from '../table.js';
import { ClassNames } from './class-names.js';
import { kindOf } from './csv-cell.js';
import { CSV_DEFAULTS, type CsvFormat } from './csv-format.js';
import { type Columns, readColumns } from './csv-header.js';
import { countRows, readLine, separatorOf } from './csv-lines.js';
import { assignRoles, type Roles } from './csv-roles.js';
import { Progress, readRows } from './csv-rows.js';
import { CsvScanner } from './csv-scanner.js';
import { binaryName } from './magic.js';
import { ReadProblems } from './problems.js';
import { countValues } from './size.js';

/** The rows of a CSV file, and what its columns are called. */
export interface CsvTable extends Table {
  /** All columns in the order of the file, the target among them; `x0`, `x1`, … without header. */
  columns: string[];
  /** Whether `columns` come from a header. */
  named: boolean;
}

export interface CsvReadOptions {
  /** Whether the target column names classes: then it may hold words. */
  labelled?: boolean;
  take?: TakeFloats;
  onProgress?: (fraction: number) => void;
  /** Says what the columns are for, in place of the format's target and ignored columns. */
  assign?: AssignRoles;
}

/** Undefined where there are problems; `line`: where the columns are named, or the first row. */
export type AssignRoles = (
  columns: Columns,
  problems: ReadProblems,
  line: number,
) => Roles | undefined;

/**
 * Parses a CSV text of numbers, and of words in the target column where it names classes: at least
 * two columns, separated by semicolons, commas or tabs (see `separatorOf`), all rows equally long.
 * Rows are counted first, then read to their place.
 *
 * @param bytes UTF-8, with or without byte order mark.
 * @param path of the file, for problems.
 * @throws {InputError} (exit code 3) with the first 20 problems and the count of the others.
 */
export function parseCsv(
  bytes: Uint8Array,
  path: string,
  options: Partial<CsvFormat>,
  { labelled = false, take = (n) => new Float32Array(n), onProgress, ...rest }: CsvReadOptions = {},
): CsvTable {
  const format = { ...CSV_DEFAULTS, ...options };
  const { assign = byFormat(format) } = rest;
  const problems = new ReadProblems(printable(path));
  const scanner = new CsvScanner(bytes);
  const { columns, roles, words } = readHead(scanner, bytes, format, labelled, problems, assign);
  const width = columns.names.length;
  const rows = countRows(scanner, bytes);
  // A cell needs a digit and a separator; rows of which there cannot be so many are not alike.
  const alike = rows * width <= Math.ceil((bytes.length + 1) / 2);
  const room = alike ? rows : 0;
  countValues([room, width], path);
  const [x, y] = [take(room * roles.inputs), take(room * roles.targets.length)];
  const names = words ? new ClassNames(path) : undefined;
  const progress = new Progress(bytes.length, onProgress);
  readRows(scanner, columns, roles, { x, y, names }, problems, progress);
  if (rows === 0) problems.add('found no rows below the header');
  problems.throwAny();
  return {
    columns: columns.names,
    named: columns.named,
    ...(columns.named && { columnNames: namesByRole(columns.names, roles) }),
    rows,
    inputs: roles.inputs,
    outputs: roles.targets.length,
    x,
    y,
    ...(names && { classNames: names.sort(y) }),
  };
}

function namesByRole(names: readonly string[], { places, targets }: Roles): ColumnNames {
  return {
    inputs: names.filter((_, i) => places[i] >= 0),
    targets: targets.map((index) => names[index]),
  };
}

interface Head {
  columns: Columns;
  roles: Roles;
  /** Whether the target column holds words. */
  words: boolean;
}

function readHead(
  scanner: CsvScanner,
  bytes: Uint8Array,
  format: CsvFormat,
  labelled: boolean,
  problems: ReadProblems,
  assign: AssignRoles,
): Head {
  const isText = !bytes.subarray(0, 1000).includes(0);
  if (!isText) problems.add(`found ${binaryName(bytes)}, expected UTF-8 text`);
  for (let i = 0; i < format.skipLines && scanner.skipLine(); i++);
  while (!scanner.done && scanner.skipEmptyLine());
  if (scanner.done && isText) {
    const place =
      format.skipLines > 0 ? `nothing below ${format.skipLines} lines` : 'an empty file';
    problems.add(`found ${place}, expected rows of numbers`);
  }
  problems.throwAny();
  scanner.separator = separatorOf(bytes, scanner.offset);
  const { line } = scanner;
  const columns = readColumns(scanner, bytes, format, labelled, problems);
  const roles = columns && !problems.any && assign(columns, problems, line);
  const words = roles && holdsWords(scanner.fork(), columns, roles, labelled, problems);
  problems.throwAny();
  return { columns: columns!, roles: roles as Roles, words: words as boolean };
}

function byFormat(format: CsvFormat): AssignRoles {
  return (columns, problems, line) => {
    if (columns.names.length > 1) return assignRoles(columns, format, problems);
    const expected = 'expected 2 or more, separated by commas, semicolons or tabs';
    problems.add(`found 1 column, ${expected}`, line);
    return undefined;
  };
}

/** Whether the target column holds words: its first cell decides. */
function holdsWords(
  ahead: CsvScanner,
  { names }: Columns,
  { targets }: Roles,
  labelled: boolean,
  problems: ReadProblems,
): boolean {
  const { line } = ahead;
  const [first, second] = [readLine(ahead), readLine(ahead)];
  const isWord = (cells?: string[]) => kindOf(cells?.[targets[0]] ?? '') === 'text';
  if (labelled && targets.length === 1) return isWord(first);
  if (targets.length === 1 && isWord(first) && isWord(second)) {
    const found = `found ${quote(first![targets[0]])} in the target column ${quote(names[targets[0]])}`;
    const advice = 'or a loss or an encoding that takes class names';
    problems.add(`${found}, expected numbers, ${advice}`, line);
  }
  return false;
}

/** What keeps a file of test rows from being read like the training rows. */
export function columnProblems(train: CsvTable, test: CsvTable, testPath: string): Problem[] {
  const problems = new ReadProblems(printable(testPath));
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
