import { describe, expect, test } from 'vitest';
import { readIdx } from '../../../src/data/read/idx.js';
import { readValues } from '../../../src/data/read/tensor.js';
import { type IdxType, idx } from './idx-file.js';
import { problemsOf } from './problems.js';

function read(bytes: Uint8Array) {
  const tensor = readIdx(bytes, 'x.idx');
  const values = new Float32Array(tensor.dims.reduce((product, dim) => product * dim, 1));
  readValues(tensor, values, false);
  return { dims: tensor.dims, values: [...values] };
}

test.each<[IdxType, number[]]>([
  ['uint8', [0, 1, 254, 255]],
  ['int8', [0, -1, 127, -128]],
  ['int16', [0, -1, 300, -32768]],
  ['int32', [0, -1, 70_000, -(2 ** 31)]],
  ['float32', [0, -1.5, 3.4e38, 1e-40]],
  ['float64', [0, -1.5, 1e38, 0.1]],
])('reads %s', (type, values) => {
  const bytes = idx(type, [2, 2], values);
  expect(read(bytes)).toEqual({ dims: [2, 2], values: values.map(Math.fround) });
});

test.each([[[3]], [[3, 2]], [[3, 2, 1]], [[3, 2, 1, 2]]])('reads dimensions %j', (dims) => {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const values = Array.from({ length: count }, (_, i) => i);
  expect(read(idx('uint8', dims, values))).toEqual({ dims, values });
});

describe('files that lie', () => {
  const good = idx('uint8', [2, 2], [1, 2, 3, 4]);
  const changed = (at: number, byte: number) => good.map((each, i) => (i === at ? byte : each));
  const start = 'expected an IDX file (as of MNIST), 00 00, a type, a count';
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), 'found an empty file, expected an IDX file (as of MNIST)'],
    ['short', good.subarray(0, 3), `found 00 00 08 at the start, ${start}`],
    ['another magic', changed(0, 0x50), `found 50 00 08 02 at the start, ${start}`],
    ['another type', changed(2, 0x0a), `found 00 00 0a 02 at the start, ${start}`],
    ['no dimensions', changed(3, 0), 'found 0 dimensions, expected an IDX file of 1 to 4'],
    ['200 dimensions', changed(3, 200), 'found 200 dimensions, expected an IDX file of 1 to 4'],
    ['a cut header', good.subarray(0, 10), 'found a header of 10 bytes, expected 12: truncated'],
    [
      'cut',
      good.subarray(0, 15),
      'found 3 bytes of values, expected 4 (2 × 2 uint8): the file is truncated',
    ],
    [
      'more',
      Uint8Array.of(...good, 9),
      'found 5 bytes of values, expected 4 (2 × 2 uint8): something follows the values',
    ],
    [
      'overflowing',
      changed(4, 255),
      'found 4,278,190,082 × 2 values, expected at most 1,073,741,824 values (4 GiB as float32)',
    ],
  ])('%s', (_, file, message) => {
    expect(problemsOf(() => read(file))).toEqual([`x.idx: ${message}`]);
  });

  test('not a number', () => {
    expect(problemsOf(() => read(idx('float32', [2, 1], [1, Number.NaN])))).toEqual([
      'x.idx: found NaN at [1, 0], expected a number within ±3.4e38',
    ]);
  });

  test('of many only the first', () => {
    const values = Array.from({ length: 100 }, () => Number.NaN);
    const found = problemsOf(() => read(idx('float64', [100], values)));
    expect(found).toHaveLength(21);
    expect(found[20]).toBe('x.idx: … and 80 more');
  });
});
