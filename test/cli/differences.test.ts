import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from '../../src/cli/differences.js';

describe('differences', () => {
  test('keys that changed, are gone or new, with their paths', () => {
    const theirs = { a: { b: 1, c: 'x' }, list: [1, 2], same: true };
    const ours = { a: { b: 2, d: null }, list: [1, 3], same: true };
    expect(differences(theirs, ours)).toEqual([
      { path: 'a.b', theirs: '1', ours: '2' },
      { path: 'a.c', theirs: '"x"', ours: 'nothing' },
      { path: 'a.d', theirs: 'nothing', ours: 'null' },
      { path: 'list', theirs: '[1,2]', ours: '[1,3]' },
    ]);
  });

  test('into lists: the first item that differs', () => {
    const found = differences(
      { runs: [1, { x: 2 }, 3] },
      { runs: [1, { x: 4 }, 5] },
      { intoLists: true },
    );
    expect(found).toEqual([{ path: 'runs[1].x', theirs: '2', ours: '4' }]);
    expect(differences([1], [1, 2], { intoLists: true })).toEqual([
      { path: '[1]', theirs: 'nothing', ours: '2' },
    ]);
  });

  test('order of keys does not count, controls are spelled out, long values cut', () => {
    expect(differences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
    const [found] = differences({ 'a\u001b': 'x'.repeat(100) }, {});
    expect(found.path).toBe('a\\u001b');
    expect(found.theirs).toHaveLength(60);
  });

  test('a value does not differ from itself, and from another one it does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(differences(a, structuredClone(a))).toEqual([]);
        expect(differences(a, b).length === 0).toBe(differences(b, a).length === 0);
      }),
    );
  });
});
