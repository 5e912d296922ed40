import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseStrict } from '../../src/model/strict-json.js';

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, space) => {
      const spaced = JSON.stringify(JSON.parse(text), undefined, space);
      expect(parseStrict(spaced)).toEqual(JSON.parse(spaced));
    }),
  );
});

test('and refuses what it refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\a1 ') }), (text) => {
      let wanted: unknown;
      try {
        wanted = JSON.parse(text);
      } catch {
        expect(() => parseStrict(text)).toThrow(SyntaxError);
        return;
      }
      // No text this short and of these letters but a repeated key is refused for more.
      if (!/"(.*)"\s*:.*"\1"\s*:/.test(text)) expect(parseStrict(text)).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});

describe('keys that occur twice', () => {
  it.each(['{"a":1,"a":1}', '[{"b":{"a":1,"c":0,"a":2}}]', '{"\\u0061":1,"a":2}'])('%s', (text) => {
    expect(() => parseStrict(text)).toThrow('a key that occurs twice in a map');
  });

  it.each(['{"a":{"a":1}}', '{"a":"a:b","b":"\\":\\"\\\\"}', '{"":0}', '{"__proto__":{"a":1}}'])(
    'not in %s',
    (text) => {
      expect(JSON.stringify(parseStrict(text))).toBe(text);
    },
  );
});

it('has a limit to nesting', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parseStrict(nested(100))).toEqual(JSON.parse(nested(100)));
  expect(() => parseStrict(nested(101))).toThrow('more than 100 levels of nesting');
  expect(() => parseStrict('['.repeat(1e6))).toThrow('more than 100 levels of nesting');
  expect(parseStrict(`"${'['.repeat(200)}"`)).toBe('['.repeat(200));
});
