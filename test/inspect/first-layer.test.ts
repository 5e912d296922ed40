import { expect, it } from 'vitest';
import { inspectFirstLayer } from '../../src/inspect/first-layer.js';
import { NUMBERS, subject } from './subject.js';

const parts = { answer: NUMBERS, outputsOf: () => [0], train: [[[1, 2], [0]]] } as const;
const image = { height: 1, width: 2, channels: 1 };

it('has the weights on one scale, symmetric about zero', () => {
  const weights = [Float32Array.of(0.5, -2), Float32Array.of(0, 1)];
  expect(inspectFirstLayer(subject({ ...parts, image, weights }))).toEqual({
    image: { ...image, shrunk: 1 },
    units: 2,
    largest: 2,
    weights: [
      [32, -127],
      [0, 64],
    ],
  });
});

it('holds the first 64 of many units', () => {
  const weights = Array.from({ length: 100 }, (_, unit) => Float32Array.of(unit, 0));
  const found = inspectFirstLayer(subject({ ...parts, image, weights }))!;
  expect([found.units, found.weights.length, found.largest]).toEqual([100, 64, 63]);
});

it('bears weights that are all zero, and is not there without images', () => {
  const weights = [Float32Array.of(0, -0)];
  const found = inspectFirstLayer(subject({ ...parts, image, weights }))!;
  expect(found).toMatchObject({ largest: 0, weights: [[0, 0]] });
  expect(inspectFirstLayer(subject({ ...parts, weights }))).toBeUndefined();
});
