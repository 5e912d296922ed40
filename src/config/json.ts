import { InputError, type Problem } from './problem.js';
import { lineAndColumn, type Span } from './spans.js';
import { printable, quote } from './text.js';

const MAX_DEPTH = 100;

export interface ParsedJson {
  value: unknown;
  span: Span;
}

/**
 * Parses JSON (RFC 8259) and remembers where everything stands; JSON.parse tells neither that nor
 * duplicate keys.
 *
 * @throws {InputError} at the first malformed place, or with all duplicate keys.
 */
export function parseJson(text: string, where: string): ParsedJson {
  const parser = new JsonParser(text, where);
  const parsed = parser.document();
  if (parser.duplicates.length > 0) throw new InputError(parser.duplicates);
  return parsed;
}

class JsonParser {
  readonly duplicates: Problem[] = [];
  private at = 0;
  private depth = 0;
  private readonly text: string;
  private readonly where: string;

  constructor(text: string, where: string) {
    this.text = text;
    this.where = where;
  }

  document(): ParsedJson {
    const parsed = this.value();
    this.space();
    if (this.at < this.text.length) this.fail('the end of the file');
    return parsed;
  }

  private value(): ParsedJson {
    this.space();
    const char = this.text[this.at];
    if (char === '{') return this.nested(() => this.map());
    if (char === '[') return this.nested(() => this.list());
    const span = { offset: this.at };
    return { value: char === '"' ? this.string('a value') : this.scalar(), span };
  }

  private nested(parse: () => ParsedJson): ParsedJson {
    if (++this.depth > MAX_DEPTH) this.fail(`at most ${MAX_DEPTH} levels of nesting`);
    const parsed = parse();
    this.depth--;
    return parsed;
  }

  private map(): ParsedJson {
    const span: Span & Required<Pick<Span, 'entries'>> = { offset: this.at, entries: new Map() };
    const pairs: [string, unknown][] = [];
    this.members('}', () => {
      const keyOffset = this.at;
      const key = this.string('a key in double quotes');
      if (span.entries.has(key))
        this.duplicates.push(this.problem(`found key ${quote(key)} again`, keyOffset));
      this.expect(':');
      const member = this.value();
      span.entries.set(key, { keyOffset, span: member.span });
      pairs.push([key, member.value]);
    });
    // fromEntries defines own properties: "__proto__" is a key like any other.
    return { value: Object.fromEntries(pairs), span };
  }

  private list(): ParsedJson {
    const span: Span & Required<Pick<Span, 'items'>> = { offset: this.at, items: [] };
    const value: unknown[] = [];
    this.members(']', () => {
      const item = this.value();
      span.items.push(item.span);
      value.push(item.value);
    });
    return { value, span };
  }

  private members(close: string, member: () => void): void {
    this.at++;
    this.space();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      this.space();
      member();
      this.space();
      if (this.text[this.at] === close) break;
      this.expect(',', `, or ${close}`);
    }
    this.at++;
  }

  private string(expected: string): string {
    const start = this.at;
    if (this.text[start] !== '"') this.fail(expected);
    const literal = this.match(/"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"/y);
    if (literal === undefined) this.fail('a string that is closed on its line');
    try {
      return JSON.parse(literal);
    } catch {
      this.at = start;
      return this.fail('a string without bare control characters and unknown escapes');
    }
  }

  private scalar(): unknown {
    const literal = this.match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (literal === undefined) this.fail('a value');
    return JSON.parse(literal);
  }

  private expect(char: string, expected = char): void {
    this.space();
    if (this.text[this.at] !== char) this.fail(expected);
    this.at++;
  }

  private space(): void {
    this.match(/[ \t\r\n]*/y);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private fail(expected: string): never {
    const token = /"[^"\r\n]*"?|[^\s,:[\]{}"]+|[[\]{}:,]?/y;
    token.lastIndex = this.at;
    const found = token.exec(this.text)?.[0] ?? '';
    const shown = found.startsWith('"') ? printable(found.slice(0, 40)) : quote(found);
    const what = found === '' ? 'the end of the file' : shown;
    throw new InputError([this.problem(`found ${what}, expected ${expected}`, this.at)]);
  }

  private problem(message: string, offset: number): Problem {
    return { where: this.where, ...lineAndColumn(this.text, offset), message };
  }
}
