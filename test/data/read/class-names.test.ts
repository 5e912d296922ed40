import { expect, test } from 'vitest';
import { ClassNames } from '../../../src/data/read/class-names.js';

test('names are sorted by code points, as Python does', () => {
  // In UTF-16 the surrogates of an emoji come before U+FF21.
  const words = ['é', '\u{1F600}b', '\uFF21', 'a', 'Z', 'ab', '\u{1F600}', '', '\u{1F601}'];
  const names = new ClassNames('f');
  const labels = Float32Array.from(words, (word) => names.numberOf(word));
  const sorted = names.sort(labels);
  expect(sorted).toEqual([
    '',
    'Z',
    'a',
    'ab',
    'é',
    '\uFF21',
    '\u{1F600}',
    '\u{1F600}b',
    '\u{1F601}',
  ]);
  expect(Array.from(labels, (label) => sorted[label])).toEqual(words);
});
