import { scanNumber, scanned } from './csv-number.js';

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;

// A cell that holds a book is no name and no number; its beginning is enough to say so.
const LONGEST_CELL = 1000;

/**
 * Walks over the cells of a CSV text (RFC 4180; lines end with LF or CRLF; blanks around a cell do
 * not count). Knows nothing of columns and never fails: a cell that is no number is text.
 */
export class CsvScanner {
  /** From 1. */
  line = 1;
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
    return this.bytes[start] === QUOTE ? this.quoted(start) : this.bare(start);
  }

  /** Steps over what ends a cell. True if the line goes on after it. */
  more(): boolean {
    if (this.bytes[this.at] === COMMA) {
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
    if (this.bytes[end] === COMMA || !this.endsCell(end)) return false;
    this.at = end;
    this.more();
    return true;
  }

  private afterBlanks(from: number): number {
    let i = from;
    while (this.bytes[i] === SPACE || this.bytes[i] === TAB) i++;
    return i;
  }

  private endsCell(i: number): boolean {
    const byte = this.bytes[i];
    if (byte === COMMA || byte === NEWLINE || byte === undefined) return true;
    return byte === RETURN && (this.bytes[i + 1] === NEWLINE || i + 1 === this.bytes.length);
  }

  private newline(at: number): void {
    this.line++;
    this.lineStart = at + 1;
  }

  private bare(start: number): string {
    let i = start;
    while (!this.endsCell(i)) i++;
    this.at = i;
    return this.decode(start, i).trimEnd();
  }

  /** May hold commas, newlines and doubled quotes. One that is never closed is taken as bare. */
  private quoted(start: number): string {
    const { bytes } = this;
    let i = start + 1;
    for (; i < bytes.length; i++) {
      if (bytes[i] !== QUOTE) continue;
      if (bytes[i + 1] !== QUOTE) break;
      i++;
    }
    const end = this.afterBlanks(i + 1);
    if (i >= bytes.length || !this.endsCell(end)) return this.bare(start);
    for (let k = start; k < i; k++) if (bytes[k] === NEWLINE) this.newline(k);
    this.at = end;
    return this.decode(start + 1, i)
      .replaceAll('""', '"')
      .trim();
  }

  private decode(start: number, end: number): string {
    const shown = this.bytes.subarray(start, Math.min(end, start + LONGEST_CELL));
    return DECODER.decode(shown);
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
