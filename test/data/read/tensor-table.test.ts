import { describe, expect, test } from 'vitest';
import { readIdx } from '../../../src/data/read/idx.js';
import { tableOf } from '../../../src/data/read/tensor-table.js';
import { type IdxType, idx } from './idx-file.js';
import { problemsOf } from './problems.js';

function table(xDims: number[], yDims: number[], type: IdxType = 'uint8') {
  const array = (name: string, each: IdxType, dims: number[]) => {
    const count = dims.reduce((product, dim) => product * dim, 1);
    return readIdx(
      idx(
        each,
        dims,
        Array.from({ length: count }, (_, i) => i),
      ),
      name,
    );
  };
  return tableOf(array('x', type, xDims), array('y', 'uint8', yDims), (n) => new Float32Array(n));
}

describe('images', () => {
  test('of bytes become 0 … 1', () => {
    expect(table([2, 1, 3], [2])).toEqual({
      rows: 2,
      inputs: 3,
      outputs: 1,
      x: Float32Array.from([0, 1, 2, 3, 4, 5], (v) => v / 255),
      y: Float32Array.of(0, 1),
      image: { height: 1, width: 3, channels: 1 },
    });
  });

  test('may have channels', () => {
    const { image, inputs } = table([1, 4, 3, 2], [1]);
    expect(image).toEqual({ height: 4, width: 3, channels: 2 });
    expect(inputs).toBe(24);
  });

  test('of other numbers stay as they are', () => {
    expect(table([1, 1, 3], [1], 'int16').x).toEqual(Float32Array.of(0, 1, 2));
  });
});

test('rows of bytes are no images and stay as they are', () => {
  const { x, image } = table([1, 3], [1]);
  expect(x).toEqual(Float32Array.of(0, 1, 2));
  expect(image).toBeUndefined();
});

test('targets may be rows', () => {
  expect(table([2, 1], [2, 2])).toMatchObject({ outputs: 2, y: Float32Array.of(0, 1, 2, 3) });
});

test.each<[number[], number[], string]>([
  [[3, 1], [2], 'y: found 2 rows of targets, expected 3 as in x'],
  [
    [2],
    [2, 1, 1],
    'y: found 3 dimensions, expected 1 or 2 of targets: are inputs and targets swapped?',
  ],
  [[2, 1], [2, 1, 1], 'y: found 3 dimensions, expected 1 or 2 of targets'],
  [[0, 1], [0], 'x: found 0 rows, expected at least one'],
  [[2, 0, 4], [2], 'x: found rows of 0 × 4 values, expected at least one'],
  [[2, 1], [2, 0], 'y: found rows of 0 values, expected at least one'],
])('%j and %j do not fit', (x, y, message) => {
  expect(problemsOf(() => table(x, y))).toEqual([message]);
});
