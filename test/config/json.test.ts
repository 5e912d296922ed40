import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/config/json.js';
import { InputError } from '../../src/config/problem.js';

function attempt(text: string): string | { value: unknown } {
  try {
    return { value: parseJson(text, 'c.json').value };
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
}

function reference(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

test('agrees with JSON.parse on JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(attempt(text)).toEqual(reference(text));
    }),
  );
});

test('agrees with JSON.parse on what is no JSON', () => {
  const token = fc.constantFrom(
    ...'{}[]:,"\\ \n',
    'true',
    'null',
    '1',
    '-',
    '.5',
    '1e3',
    '"a"',
    '01',
    '\u00a0',
    '{"a":1}',
  );
  const noise = fc.array(token, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(noise, (text) => {
      const parsed = attempt(text);
      // Twice the same key is the one thing that we refuse and JSON.parse does not.
      if (typeof parsed === 'string' && parsed.includes('again')) return;
      expect(typeof parsed === 'string' ? undefined : parsed).toEqual(reference(text));
    }),
    { numRuns: 2000 },
  );
});

describe('problems', () => {
  test.each([
    ['{"a": 1,}', 'c.json:1:9: found "}", expected a key in double quotes'],
    ['{\n  a: 1}', 'c.json:2:3: found "a", expected a key in double quotes'],
    ['{"a" 1}', 'c.json:1:6: found "1", expected :'],
    ['[1 2]', 'c.json:1:4: found "2", expected , or ]'],
    ['{"a": 1', 'c.json:1:8: found the end of the file, expected , or }'],
    ['{"a": NaN}', 'c.json:1:7: found "NaN", expected a value'],
    ['// hi\n{}', 'c.json:1:1: found "//", expected a value'],
    ['{} x', 'c.json:1:4: found "x", expected the end of the file'],
    ['"abc', 'c.json:1:1: found "abc, expected a string that is closed on its line'],
    [
      '"a\\x"',
      'c.json:1:1: found "a\\x", expected a string without bare control characters and unknown escapes',
    ],
    ['', 'c.json:1:1: found the end of the file, expected a value'],
    ['{"a": 1,\n "a": 2}', 'c.json:2:2: found key "a" again'],
    ['['.repeat(200_000), 'c.json:1:101: found "[", expected at most 100 levels of nesting'],
  ])('%#', (text, message) => {
    expect(attempt(text)).toBe(message);
  });
});
