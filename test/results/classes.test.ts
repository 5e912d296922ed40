import { describe, expect, it } from 'vitest';
import { className, classRecords, sumMatrices } from '../../src/results/classes.js';

describe('sumMatrices', () => {
  it('adds cell by cell, and has no sum of nothing', () => {
    const sum = sumMatrices([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [10, 0],
        [0, 10],
      ],
    ]);
    expect(sum).toEqual([
      [11, 2],
      [3, 14],
    ]);
    expect(sumMatrices([])).toBeUndefined();
  });
});

describe('classRecords', () => {
  it('counts by row and column', () => {
    const [a, b, c] = classRecords([
      [8, 2, 0],
      [1, 3, 0],
      [1, 0, 5],
    ]);
    expect(a).toEqual({ name: '0', precision: 0.8, recall: 0.8, f1: 0.8, support: 10 });
    expect(b).toEqual({ name: '1', precision: 0.6, recall: 0.75, f1: 6 / 9, support: 4 });
    expect(c).toEqual({ name: '2', precision: 1, recall: 5 / 6, f1: 10 / 11, support: 6 });
  });

  it('is null where there is nothing to take a share of', () => {
    const [answered, never, absent] = classRecords(
      [
        [4, 0, 0],
        [2, 0, 0],
        [0, 0, 0],
      ],
      ['left', 'right'],
    );
    expect(answered).toMatchObject({ name: 'left', recall: 1 });
    expect(never).toEqual({ name: 'right', precision: null, recall: 0, f1: 0, support: 2 });
    expect(absent).toEqual({ name: '2', precision: null, recall: null, f1: null, support: 0 });
  });
});

it('calls a class by its name, or else its number', () => {
  expect([className(1, ['no', 'yes']), className(2, ['no', 'yes']), className(3)]).toEqual([
    'yes',
    '2',
    '3',
  ]);
});
