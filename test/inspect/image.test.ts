import { expect, it } from 'vitest';
import { imageSize, shrinkImage } from '../../src/inspect/image.js';

it('leaves images of up to 64 pixels each way as they are', () => {
  const shape = { height: 64, width: 2, channels: 3 };
  const size = imageSize(shape);
  expect(size).toEqual({ ...shape, shrunk: 1 });
  const values = Array.from({ length: 64 * 2 * 3 }, (_, i) => i);
  expect(Array.from(shrinkImage(values, 0, shape, size))).toEqual(values);
});

it('averages squares of larger ones, by channel; the last may be cut', () => {
  const shape = { height: 3, width: 130, channels: 2 };
  const size = imageSize(shape);
  expect(size).toEqual({ height: 1, width: 44, channels: 2, shrunk: 3 });
  // Channel 0 holds the column, channel 1 the row.
  const values = Array.from({ length: 3 * 130 * 2 }, (_, i) =>
    i % 2 === 0 ? (i / 2) % 130 : Math.floor(i / 260),
  );
  const shrunk = shrinkImage([99, ...values], 1, shape, size);
  expect(Array.from(shrunk.subarray(0, 4))).toEqual([1, 1, 4, 1]);
  expect(shrunk[2 * 43]).toBe(129);
});
