import { expect, it } from 'vitest';
import { sampleWords } from '../../src/results/sample-words.js';

it.each([
  [[], '0 training and 0 test samples'],
  [[[500, 0, 50]], '500 training and 50 test samples'],
  [[[1200, 60, 50]], '1,200 training, 60 validation and 50 test samples'],
  [
    [
      [142, 0, 36],
      [143, 0, 35],
      [142, 0, 36],
    ],
    '142 to 143 training and 35 to 36 test samples',
  ],
])('%j', (sizes, words) => {
  const records = sizes.map(([trainRows, validationRows, testRows]) => ({
    ...{ trainRows, validationRows, testRows },
  }));
  expect(sampleWords(records)).toBe(words);
});
