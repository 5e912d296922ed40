import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance, suggest } from '../../src/config/suggest.js';

describe('suggest', () => {
  const names = ['epochs', 'batchSize', 'shuffle', 'training.loss'];
  test.each([
    ['epohcs', 'epochs'],
    ['epoch', 'epochs'],
    ['batch-size', 'batchSize'],
    ['BATCH_SIZE', 'batchSize'],
    ['los', 'training.loss'],
    ['xyz', undefined],
    ['', undefined],
    ['x'.repeat(1e6), undefined],
  ])('%.20s', (word, expected) => {
    expect(suggest(word, names)).toBe(expected);
  });

  test('the end of a message', () => {
    expect(didYouMean('epoch', names)).toBe('; did you mean epochs?');
    expect(didYouMean('xyz', names)).toBe('');
    expect(didYouMean(3, names)).toBe('');
  });
});

test('the edit distance is a distance', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
  expect(editDistance('abcd', 'acbd')).toBe(1);
});
