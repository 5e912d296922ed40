import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileStems } from '../../src/report/file-stems.js';

test('what is safe stays, the rest becomes underscores', () => {
  const ids = ['4-2-1', '4-8[tanh]-1 lr=0.01', '4-8[tanh]-1 lr=0,01', 'A', 'a'];
  expect([...fileStems(ids).values()]).toEqual([
    '4-2-1',
    '4-8_tanh_-1_lr_0.01',
    '4-8_tanh_-1_lr_0_01',
    'A',
    'a~4',
  ]);
  expect(fileStems(['4[a]', '4(a)'], 'network-').get('4(a)')).toBe('network-4_a_~1');
});

test('any ids make distinct names that are files everywhere', () => {
  const ids = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 150 }), { maxLength: 20 });
  fc.assert(
    fc.property(ids, (list) => {
      const stems = [...fileStems(list, 'n-').values()];
      expect(new Set(stems.map((stem) => stem.toLowerCase())).size).toBe(list.length);
      for (const stem of stems) expect(stem).toMatch(/^n-[\w.~-]{0,105}$/);
    }),
  );
});
