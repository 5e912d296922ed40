import { scanNumber, scanned } from './csv-number.js';

export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;

// A cell that holds a book is no name and no number; its beginning is enough to say so.
export const LONGEST_CELL = 1000;

/**
 * Walks over the cells of a CSV text (RFC 4180; lines end with LF or CRLF; blanks around a cell do
 * not count). Knows nothing of columns and never fails: a cell that is no number is text.
 */
export class CsvScanner {
  /** From 1. */
  line = 1;
  /** The byte between two cells. */
  separator = COMMA;
  private readonly bytes: Uint8Array;
  private at: number;
  private lineStart: number;

  constructor(bytes: Uint8Array) {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.bytes = bytes;
    this.at = hasMark ? 3 : 0;
    this.lineStart = this.at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Of the next byte to be read. */
  get offset(): number {
    return this.at;
  }

  /** From 1, in bytes: the same as characters in a text of numbers. */
  get column(): number {
    return this.at - this.lineStart + 1;
  }

  /** An independent scanner at the same place. */
  fork(): CsvScanner {
    return Object.assign(new CsvScanner(this.bytes), this);
  }

  /** Reads a cell that is a plain number. NaN, without moving, if `cell` has to judge it. */
  number(): number {
    if (!scanNumber(this.bytes, this.afterBlanks(this.at))) return Number.NaN;
    const end = this.afterBlanks(scanned.end);
    if (!this.endsCell(end)) return Number.NaN;
    this.at = end;
    return scanned.value;
  }

  /** Reads the text of a cell, without blanks and quotes around it. */
  cell(): string {
    const start = this.afterBlanks(this.at);
    const end = this.quoteEnd(start);
    if (end < 0) return this.decode(start, this.skipBare(start)).trimEnd();
    this.skipQuoted(start, end);
    return this.decode(start + 1, end)
      .replaceAll('""', '"')
      .trim();
  }

  /** Steps over a cell, whatever it holds. */
  skipCell(): void {
    const start = this.afterBlanks(this.at);
    const end = this.quoteEnd(start);
    if (end < 0) this.skipBare(start);
    else this.skipQuoted(start, end);
  }

  /** Steps over what ends a cell. True if the line goes on after it. */
  more(): boolean {
    if (this.bytes[this.at] === this.separator) {
      this.at++;
      return true;
    }
    if (this.bytes[this.at] === RETURN) this.at++;
    if (!this.done) this.newline(this.at++);
    return false;
  }

  /** Steps over the line if there is nothing on it but blanks. */
  skipEmptyLine(): boolean {
    const end = this.afterBlanks(this.at);
    if (this.bytes[end] === this.separator || !this.endsCell(end)) return false;
    this.at = end;
    this.more();
    return true;
  }

  /** Steps over a line, whatever is on it. False at the end of the text. */
  skipLine(): boolean {
    if (this.done) return false;
    const end = this.bytes.indexOf(NEWLINE, this.at);
    this.at = end < 0 ? this.bytes.length : end + 1;
    if (end >= 0) this.newline(end);
    return true;
  }

  private afterBlanks(from: number): number {
    let i = from;
    while (this.bytes[i] === SPACE || (this.bytes[i] === TAB && this.separator !== TAB)) i++;
    return i;
  }

  private endsCell(i: number): boolean {
    const byte = this.bytes[i];
    if (byte === this.separator || byte === NEWLINE || byte === undefined) return true;
    return byte === RETURN && (this.bytes[i + 1] === NEWLINE || i + 1 === this.bytes.length);
  }

  private newline(at: number): void {
    this.line++;
    this.lineStart = at + 1;
  }

  private skipBare(start: number): number {
    let i = start;
    while (!this.endsCell(i)) i++;
    this.at = i;
    return i;
  }

  /**
   * Where the quotes around a cell close: it may hold separators, newlines and doubled quotes. −1
   * where there are none, or where they do not close: then the cell is taken as bare.
   */
  private quoteEnd(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== QUOTE) return -1;
    let i = start + 1;
    for (; i < bytes.length; i++) {
      if (bytes[i] !== QUOTE) continue;
      if (bytes[i + 1] !== QUOTE) break;
      i++;
    }
    return i < bytes.length && this.endsCell(this.afterBlanks(i + 1)) ? i : -1;
  }

  private skipQuoted(start: number, end: number): void {
    for (let k = start; k < end; k++) if (this.bytes[k] === NEWLINE) this.newline(k);
    this.at = this.afterBlanks(end + 1);
  }

  private decode(start: number, end: number): string {
    const shown = this.bytes.subarray(start, Math.min(end, start + LONGEST_CELL));
    return DECODER.decode(shown);
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
