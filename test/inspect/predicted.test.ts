import { expect, it } from 'vitest';
import { inspectPredicted } from '../../src/inspect/predicted.js';
import { classes, NUMBERS, subject } from './subject.js';

it('has true and predicted values and R² of every set that has rows', () => {
  const found = inspectPredicted(
    subject({
      answer: NUMBERS,
      outputsOf: ([a]) => [a],
      train: [
        [[0], [0]],
        [[1], [2]],
        [[2], [4]],
      ],
      test: [
        [[5], [7]],
        [[6], [7]],
      ],
    }),
  )!;
  // Residuals 0, 1, 4 of a spread of 4 + 0 + 4.
  const train = { rows: 3, measured: 3, r2: 0.375, true: [0, 2, 4], predicted: [0, 1, 2] };
  // Targets that are all alike have no R².
  const test = { rows: 2, measured: 2, r2: null, true: [7, 7], predicted: [5, 6] };
  expect(found).toEqual({ outputs: 1, shown: [{ train, test }] });
});

it('shows the first four of many outputs, each by itself', () => {
  const found = inspectPredicted(
    subject({
      answer: NUMBERS,
      outputsOf: ([a]) => [a, 2 * a, -a, 0, 1],
      train: [
        [[1], [1, 0, 0, 0, 0]],
        [[2], [2, 1, 1, 1, 1]],
      ],
      validation: [[[3], [0, 0, 0, 0, 0]]],
    }),
  )!;
  expect(found.outputs).toBe(5);
  expect(found.shown.map(({ train }) => train!.predicted)).toEqual([
    [1, 2],
    [2, 4],
    [-1, -2],
    [0, 0],
  ]);
  expect(found.shown[0].train!.r2).toBe(1);
  expect(Object.keys(found.shown[0])).toEqual(['train', 'validation']);
});

it('draws some and measures many: all that are cheap, the first of others', () => {
  const train = Array.from({ length: 12_000 }, (_, j) => [[j], [j]] as const);
  const outputsOf = ([a]: readonly number[]) => [a];
  const { train: many } = inspectPredicted(subject({ answer: NUMBERS, outputsOf, train }))!
    .shown[0];
  expect(many).toMatchObject({ rows: 12_000, measured: 10_000, r2: 1 });
  expect(many!.true).toHaveLength(500);
  expect(many!.true[1]).toBe(20);
  const dear = subject({ answer: NUMBERS, outputsOf, train, hidden: 2_000_000 });
  expect(inspectPredicted(dear)!.shown[0].train).toMatchObject({ measured: 1250 });
});

it('has null for what is not finite', () => {
  const found = inspectPredicted(
    subject({ answer: NUMBERS, outputsOf: () => [Number.NaN], train: [[[1], [1]]] }),
  )!;
  expect(found.shown[0].train).toMatchObject({ r2: null, predicted: [null] });
});

it('is not there for classes', () => {
  const found = subject({ answer: classes(2), outputsOf: () => [0, 1], train: [[[1], [0]]] });
  expect(inspectPredicted(found)).toBeUndefined();
});
