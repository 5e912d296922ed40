import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bar, binarySize, duration, fitted, scaled } from '../../../src/cli/progress/format.js';

test.each([
  [0, '0.00 s'],
  [420, '0.42 s'],
  [12_340, '12.3 s'],
  [59_990, '1 m 00 s'],
  [245_000, '4 m 05 s'],
  [3_720_000, '1 h 02 m'],
  [Number.POSITIVE_INFINITY, '–'],
  [-1, '–'],
])('%d ms', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [0, '0'],
  [950.4, '950'],
  [12_345, '12.3 k'],
  [999_700, '1.00 M'],
  [4_560_000, '4.56 M'],
  [Number.NaN, '–'],
])('%d scaled', (value, text) => {
  expect(scaled(value)).toBe(text);
});

test.each([
  [512, '512 B'],
  [12_900_000, '12.3 MiB'],
  [2 ** 40, '1.00 TiB'],
])('%d bytes', (value, text) => {
  expect(binarySize(value)).toBe(text);
});

test('bars and lines have their width', () => {
  expect(bar(0, 4)).toBe('░░░░');
  expect(bar(0.5, 4)).toBe('██░░');
  expect(bar(0.53125, 4)).toBe('██▏░');
  expect(bar(2, 4)).toBe('████');
  expect(fitted('abcdef', 4)).toBe('abc…');
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), fc.nat(40), (share, width) => {
      expect(bar(share, width)).toHaveLength(width);
    }),
  );
});
