import { describe, expect, it } from 'vitest';
import { inspectMisread } from '../../src/inspect/misread.js';
import { classes, NUMBERS, subject } from './subject.js';

const image = { height: 1, width: 2, channels: 1 };

/** Says class 1 as sure as the second pixel is bright. */
const outputsOf = ([, b]: readonly number[]) => [0, b - 8];

describe('misread images', () => {
  const test = [
    [[0, 16], [1]],
    [[4, 10], [0]],
    [[2, 12], [0]],
    [[2, 12], [0]],
    [[16, 0], [0]],
  ] as const;
  const parts = { answer: classes(2), outputsOf, train: test, test, image };

  it('come with the most confident first, the earlier of equals', () => {
    const found = inspectMisread(subject(parts))!;
    expect(found).toMatchObject({ tested: 5, count: 3, score: 'probability' });
    expect(found.images.map(({ row }) => row)).toEqual([2, 3, 1]);
    expect(found.images[0]).toMatchObject({ class: 0, answer: 1, score: 0.982 });
  });

  it('are bytes from the lowest to the highest value of all test images', () => {
    const [first] = inspectMisread(subject(parts))!.images;
    expect(first.pixels).toEqual([Math.round((2 / 16) * 255), Math.round((12 / 16) * 255)]);
  });

  it('are drawn as they were before scaling', () => {
    const scaled = { ...parts, scale: { shift: [0, 100], unit: [1, 0] } };
    // The second pixel is constant: it was 100 everywhere.
    const found = inspectMisread(subject(scaled))!;
    expect(found.images[0].pixels).toEqual([5, 255]);
  });

  it('are counted where there are more than are kept', () => {
    const many = Array.from({ length: 40 }, (_, j) => [[j, 12], [0]] as const);
    const found = inspectMisread(subject({ ...parts, test: many }))!;
    expect([found.count, found.images.length]).toEqual([40, 25]);
  });

  it('are none where all are read rightly', () => {
    const right = inspectMisread(subject({ ...parts, test: test.slice(0, 1) }))!;
    expect(right).toMatchObject({ tested: 1, count: 0, images: [] });
  });
});

it('is not there without images, classes or test rows', () => {
  const train = [[[1, 2], [0]]] as const;
  const parts = { answer: classes(2), outputsOf, train, test: train };
  expect(inspectMisread(subject(parts))).toBeUndefined();
  expect(inspectMisread(subject({ ...parts, image, test: [] }))).toBeUndefined();
  expect(
    inspectMisread(subject({ ...parts, image, answer: NUMBERS, outputsOf: () => [1] })),
  ).toBeUndefined();
});
