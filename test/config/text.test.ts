import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternatives, describeValue, grouped, printable, quote } from '../../src/config/text.js';

test.each<[unknown, string]>([
  [undefined, 'nothing'],
  [null, 'nothing'],
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [true, 'true'],
  ['a"b', '"a"b"'],
  [[2, 'x', null], '[2, "x", nothing]'],
  [[[1]], 'a list'],
  [{}, 'a map'],
  [() => 0, 'a function'],
  [12n, 'a bigint'],
])('%# as a message shows it', (value, text) => {
  expect(describeValue(value)).toBe(text);
});

test('long text is shortened, controls are spelled out', () => {
  expect(quote('abcdef', 3)).toBe('"abc…"');
  expect(printable('a\u001b[31mb\u202ec\n')).toBe('a\\u001b[31mb\\u202ec\\n');
});

test('whatever is quoted stays on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quote(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('lists and numbers', () => {
  expect(alternatives(['a'])).toBe('a');
  expect(alternatives(['a', 'b', 'c'])).toBe('a, b or c');
  expect(grouped(1234567)).toBe('1,234,567');
  expect(grouped(-1234)).toBe('-1,234');
  expect(grouped(12.5)).toBe('12.5');
});
