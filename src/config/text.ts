// Controls, line separators, lone surrogates and direction marks would break the one line of a
// message or the terminal that shows it.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text of unknown origin, safe to print on one line. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => {
    const hex = char.codePointAt(0)!.toString(16).padStart(4, '0');
    return char === '\n' ? '\\n' : char === '\t' ? '\\t' : `\\u${hex}`;
  });
}

/** Quoted, printable, shortened to `limit` characters. */
export function quote(text: string, limit = 40): string {
  const chars = [...text];
  return chars.length > limit
    ? `"${printable(chars.slice(0, limit).join(''))}…"`
    : `"${printable(text)}"`;
}

/** A value as a message shows it: `0`, `"abc"`, `[2, 3]`, `a map`, `nothing`. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
  const flat =
    value.length <= 8 && value.every((item) => item === null || typeof item !== 'object');
  return flat ? `[${value.map(describeValue).join(', ')}]` : 'a list';
}

/** `a`, `a or b`, `a, b or c` */
export function alternatives(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

/** `1,000,000`, the same in every locale. */
export function grouped(value: number): string {
  return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value);
}
