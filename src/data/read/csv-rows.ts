import { quote } from '../../config/text.js';
import type { ClassNames } from './class-names.js';
import { isNotFinite, shownCell } from './csv-cell.js';
import type { Columns } from './csv-header.js';
import { IGNORED, type Roles } from './csv-roles.js';
import { type CsvScanner, LONGEST_CELL } from './csv-scanner.js';
import type { ReadProblems } from './problems.js';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Where the rows of a file go. */
export interface CsvTarget {
  x: Float32Array;
  y: Float32Array;
  /** Numbers the words of the target column, where it holds class names. */
  names: ClassNames | undefined;
}

/**
 * Reads all remaining lines as rows into x and y; empty lines are skipped. What is beyond the end
 * of x and y is dropped.
 * */
export function readRows(
  scanner: CsvScanner,
  columns: Columns,
  { places, inputs, targets }: Roles,
  { x, y, names }: CsvTarget,
  problems: ReadProblems,
  progress: Progress,
): void {
  const width = places.length;
  let [xRow, yRow] = [0, 0];
  while (!scanner.done) {
    if (scanner.skipEmptyLine()) continue;
    const { line } = scanner;
    let count = 0;
    do {
      const place = count < width ? places[count] : IGNORED;
      if (place >= 0) x[xRow + place] = readNumber(scanner, columns.names[count], problems);
      else if (place === IGNORED) scanner.skipCell();
      else if (names) y[yRow] = names.numberOf(readName(scanner, columns.names[count], problems));
      else y[yRow - 1 - place] = readNumber(scanner, columns.names[count], problems);
      count++;
    } while (scanner.more());
    if (count === width) {
      xRow += inputs;
      yRow += targets.length;
    } else problems.add(`found ${count} cell${count === 1 ? '' : 's'}, expected ${width}`, line);
    if (scanner.offset >= progress.next) progress.tell(scanner.offset);
  }
}

/** Tells how far a text is read, a hundred times in all. */
export class Progress {
  /** Offset at which to tell again. */
  next: number;
  private readonly bytes: number;
  private readonly onProgress: ((fraction: number) => void) | undefined;

  constructor(bytes: number, onProgress?: (fraction: number) => void) {
    this.bytes = bytes;
    this.onProgress = onProgress;
    this.next = onProgress ? bytes / 100 : Number.POSITIVE_INFINITY;
  }

  tell(offset: number): void {
    this.onProgress?.(offset / this.bytes);
    this.next = offset + this.bytes / 100;
  }
}

function readNumber(scanner: CsvScanner, column: string, problems: ReadProblems): number {
  const { line, column: character } = scanner;
  let value = scanner.number();
  // Not a plain number; NaN is the one value that differs from itself.
  if (Number.isNaN(value)) {
    const cell = scanner.cell();
    value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
    if (Number.isNaN(value)) {
      const found = `found ${shownCell(cell)}, expected a number (column ${quote(column)})`;
      problems.add(found, line, character);
      return 0;
    }
  }
  if (!Number.isFinite(Math.fround(value))) {
    problems.add(`found ${value}, expected a number within ±3.4e38`, line, character);
  }
  return value;
}

/** Without a name for a row there is no class for it: an empty cell is missing, so is `nan`. */
function readName(scanner: CsvScanner, column: string, problems: ReadProblems): string {
  const { line, column: character } = scanner;
  const cell = scanner.cell();
  if (cell === '' || isNotFinite(cell) || cell.length >= LONGEST_CELL) {
    const found = `found ${shownCell(cell)}, expected a class name (column ${quote(column)})`;
    problems.add(found, line, character);
  }
  return cell;
}
