import { describe, expect, it } from 'vitest';
import { type Numbers, readNumbers, transposed } from '../../src/tape/numbers.js';

describe('readNumbers', () => {
  it.each<[string, Numbers, object]>([
    [
      'rows',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] },
    ],
    ['a column', [1, 2, 3], { rows: 3, columns: 1, values: [1, 2, 3] }],
    ['typed rows', [Float32Array.of(1, 2)], { rows: 1, columns: 2, values: [1, 2] }],
    ['a number', 0.5, { rows: 1, columns: 1, values: [0.5] }],
    ['a typed column', Float32Array.of(0.5, 2), { rows: 2, columns: 1, values: [0.5, 2] }],
  ])('reads %s', (_, numbers, expected) => {
    const { rows, columns, values } = readNumbers('x', numbers);
    expect({ rows, columns, values: [...values] }).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'x: found nothing, expected a list of numbers or of rows'],
    ['text', 'abc', 'x: found "abc", expected a list of numbers or of rows'],
    ['an empty list', [], 'x: found no numbers, expected at least one'],
    ['an empty row', [[]], 'x: found no numbers, expected at least one'],
    ['ragged rows', [[1, 2], [3]], 'x[1]: found 1 numbers, expected 2 as in the first row'],
    ['a number among rows', [[1], 2], 'x[1]: found 2, expected a list of 1 numbers'],
    ['a row among numbers', [1, [2]], 'x[1]: found [2], expected a finite number'],
    ['text in a column', [1, 'a'], 'x[1]: found "a", expected a finite number'],
    [
      'a hole',
      [
        [1, 2],
        [3, undefined],
      ],
      'x[1][1]: found nothing, expected a finite number',
    ],
    ['no number', Number.NaN, 'x: found NaN, expected a finite number'],
    ['infinity', [Number.POSITIVE_INFINITY], 'x[0]: found Infinity, expected a finite number'],
  ])('refuses %s', (_, numbers, message) => {
    expect(() => readNumbers('x', numbers as Numbers)).toThrow(message);
  });
});

it('transposes', () => {
  const { rows, columns, values } = transposed(
    readNumbers('x', [
      [1, 2, 3],
      [4, 5, 6],
    ]),
  );
  expect({ rows, columns, values: [...values] }).toEqual({
    rows: 3,
    columns: 2,
    values: [1, 4, 2, 5, 3, 6],
  });
});
