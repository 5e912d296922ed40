import { COMMA, type CsvScanner, NEWLINE, QUOTE, RETURN, SPACE, TAB } from './csv-scanner.js';

const SEMICOLON = 0x3b;

/**
 * What separates the cells of the line at `from`: semicolons if there is any, else commas, else
 * tabs; quoted ones do not count. (Where a comma is the decimal point, a semicolon separates; a tab
 * may stand beside a comma as a blank.)
 */
export function separatorOf(bytes: Uint8Array, from: number): number {
  const found = new Set<number>();
  let quoted = false;
  for (let i = from; i < bytes.length && bytes[i] !== NEWLINE; i++) {
    if (bytes[i] === QUOTE) quoted = !quoted;
    else if (!quoted) found.add(bytes[i]);
  }
  if (found.has(SEMICOLON)) return SEMICOLON;
  return !found.has(COMMA) && found.has(TAB) ? TAB : COMMA;
}

/**
 * Rows from the place of the scanner on, which stays there. Exact for a text that has no problem.
 */
export function countRows(scanner: CsvScanner, bytes: Uint8Array): number {
  if (bytes.includes(QUOTE, scanner.offset)) return countQuoted(scanner.fork());
  const blankTab = scanner.separator === TAB ? SPACE : TAB;
  let rows = 0;
  let blank = true;
  for (let i = scanner.offset; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === NEWLINE) {
      if (!blank) rows++;
      blank = true;
    } else if (byte !== SPACE && byte !== blankTab && byte !== RETURN) blank = false;
  }
  return blank ? rows : rows + 1;
}

/** Quoted names may hold newlines. */
function countQuoted(scanner: CsvScanner): number {
  let rows = 0;
  while (!scanner.done) {
    if (scanner.skipEmptyLine()) continue;
    do scanner.skipCell();
    while (scanner.more());
    rows++;
  }
  return rows;
}

/** The cells of the next line that is not empty; undefined when there is none. */
export function readLine(scanner: CsvScanner): string[] | undefined {
  while (!scanner.done && scanner.skipEmptyLine());
  if (scanner.done) return undefined;
  const cells: string[] = [];
  do cells.push(scanner.cell());
  while (scanner.more());
  return cells;
}
