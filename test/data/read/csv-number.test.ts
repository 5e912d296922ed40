import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanNumber, scanned } from '../../../src/data/read/csv-number.js';

const scan = (text: string) =>
  scanNumber(new TextEncoder().encode(text), 0)
    ? { value: scanned.value, end: scanned.end }
    : undefined;

test('reads what Number reads, to the last bit, or leaves it alone', () => {
  const digits = fc.stringMatching(/^\d{0,9}$/);
  const number = fc
    .tuple(
      fc.constantFrom('', '+', '-'),
      digits,
      fc.constantFrom('', '.'),
      digits,
      fc.constantFrom('', 'e', 'E-', 'e+'),
      fc.stringMatching(/^\d{1,2}$/),
    )
    .map(
      ([sign, whole, point, fraction, e, exponent]) =>
        `${sign}${whole}${point}${point && fraction}${e}${e && exponent}`,
    );
  fc.assert(
    fc.property(number, (text) => {
      const found = scan(text);
      if (found) expect(found).toEqual({ value: Number(text), end: text.length });
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['12,3', { value: 12, end: 2 }],
  ['0.1 ', { value: 0.1, end: 3 }],
  ['-7.', { value: -7, end: 3 }],
  ['.5', { value: 0.5, end: 2 }],
  ['123456789012345', { value: 123456789012345, end: 15 }],
  ['1e22', { value: 1e22, end: 4 }],
  ['1e5x', { value: 1e5, end: 3 }],
  ['1.5e-05', { value: 1.5e-5, end: 7 }],
  ['1234567890123456', undefined],
  ['1e23', undefined],
  ['1e', undefined],
  ['1e+', undefined],
  ['', undefined],
  ['.', undefined],
  ['-', undefined],
  ['x', undefined],
])('%s', (text, expected) => {
  expect(scan(text)).toEqual(expected);
});
