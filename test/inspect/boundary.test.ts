import { describe, expect, it } from 'vitest';
import { inspectBoundary } from '../../src/inspect/boundary.js';
import type { ClassBoundary, ValueBoundary } from '../../src/inspect/types.js';
import { classes, NUMBERS, subject } from './subject.js';

const CORNERS = [
  [[0, 0], [0]],
  [[1, 2], [1]],
] as const;

describe('of classes', () => {
  const found = inspectBoundary(
    subject({
      answer: classes(2),
      outputsOf: ([a, b]) => [0, a + b - 1.5],
      train: CORNERS,
      test: [
        [[0.5, 0.5], [1]],
        [[1, 1], [1]],
      ],
    }),
  ) as ClassBoundary;
  const { plane } = found;

  it('covers the data and a little more, from the lowest up', () => {
    expect(plane).toEqual({
      columns: 101,
      rows: 101,
      low: [-0.08, -0.16],
      high: [1.08, 2.16],
      trained: { low: [0, 0], high: [1, 2] },
    });
    expect(found.answers).toHaveLength(101);
    expect(found.answers[0].every((k) => k === 0)).toBe(true);
    expect(found.answers[100].every((k) => k === 1)).toBe(true);
  });

  it('has the answer and its lead at every point', () => {
    for (const [row, column] of [
      [0, 0],
      [17, 80],
      [60, 42],
    ]) {
      const a = -0.08 + (1.16 * column) / 100;
      const b = -0.16 + (2.32 * row) / 100;
      expect(found.answers[row][column]).toBe(a + b > 1.5 ? 1 : 0);
      expect(found.leads[row][column]).toBeCloseTo(Math.abs(a + b - 1.5), 2);
    }
  });

  it('has samples with their class and answer', () => {
    expect(found.train).toEqual({
      rows: 2,
      x: [
        [0, 0],
        [1, 2],
      ],
      class: [0, 1],
      answer: [0, 1],
    });
    expect(found.test).toMatchObject({ class: [1, 1], answer: [0, 1] });
  });
});

describe('of quantities', () => {
  it('has the first output, and null where it is not finite', () => {
    const found = inspectBoundary(
      subject({
        answer: NUMBERS,
        outputsOf: ([a, b]) => [b > 1 ? Number.POSITIVE_INFINITY : a - b, 7],
        train: [
          [
            [0, 0],
            [3, 1],
          ],
          [
            [1, 2],
            [4, 1],
          ],
        ],
        test: [
          [
            [1, 1],
            [5, 1],
          ],
        ],
      }),
    ) as ValueBoundary;
    expect(found).toMatchObject({ kind: 'values', outputs: 2 });
    expect(found.values[0][0]).toBe(0.08);
    expect(found.values[100]).toEqual(new Array(101).fill(null));
    expect(found.train).toMatchObject({ rows: 2, target: [3, 4] });
    expect(found.test).toMatchObject({ rows: 1, target: [5] });
  });
});

describe('the plane', () => {
  it('is in the units of the data where the network sees them scaled', () => {
    const seen: number[] = [];
    const found = inspectBoundary(
      subject({
        answer: NUMBERS,
        outputsOf([a]) {
          seen.push(a);
          return [a];
        },
        train: CORNERS.map(([x, y]) => [[...x], [...y]]),
        test: [[[0, 0], [0]]],
        scale: { shift: [100, -5], unit: [10, 0] },
      }),
    )!;
    expect(found.plane.trained).toEqual({ low: [100, -5], high: [110, -5] });
    expect(found.plane.low).toEqual([99.2, -5.5]);
    expect(found.train.x[1]).toEqual([110, -5]);
    expect(Math.min(...seen)).toBeCloseTo(-0.08, 5);
    expect(Math.max(...seen)).toBeCloseTo(1.08, 5);
  });

  it('has a width where all samples are alike, and few points where they are dear', () => {
    const alike = subject({
      answer: NUMBERS,
      outputsOf: () => [1],
      train: [[[2, 2], [1]]],
      test: [[[2, 2], [1]]],
      hidden: 2_000_000,
    });
    const { low, high, columns } = inspectBoundary(alike)!.plane;
    expect([low, high]).toEqual([
      [1.5, 1.5],
      [2.5, 2.5],
    ]);
    expect(columns).toBe(21);
  });

  it('holds at most 200 samples of a set, evenly picked', () => {
    const train = Array.from({ length: 1000 }, (_, j) => [[j, 0], [0]] as const);
    const found = inspectBoundary(
      subject({ answer: NUMBERS, outputsOf: () => [0], train, test: [train[7]] }),
    )!;
    expect(found.train.rows).toBe(1000);
    expect(found.train.x.map(([first]) => first)).toEqual(
      Array.from({ length: 200 }, (_, i) => 5 * i),
    );
  });
});

it('is there for two inputs alone, and not for questions of their own', () => {
  const train = [[[1, 2, 3], [0]]] as const;
  expect(
    inspectBoundary(subject({ answer: classes(2), outputsOf: () => [0, 1], train })),
  ).toBeUndefined();
  const answer = { kind: 'binary', threshold: 0, outputs: 'logits' } as const;
  const several = subject({
    answer,
    outputsOf: () => [0, 1],
    train: [
      [
        [1, 2],
        [0, 1],
      ],
    ],
  });
  expect(inspectBoundary(several)).toBeUndefined();
});
