import { describe, expect, test } from 'vitest';
import { readNpy } from '../../../src/data/read/npy.js';
import { readValues } from '../../../src/data/read/tensor.js';
import { NUMPY_FILES } from './numpy-files.js';
import { problemsOf } from './problems.js';

function read(bytes: Uint8Array, pixels = false) {
  const tensor = readNpy(bytes, 'x.npy');
  const values = new Float32Array(tensor.dims.reduce((product, dim) => product * dim, 1));
  readValues(tensor, values, pixels);
  return { dims: tensor.dims, values: [...values] };
}

const ones = Array.from({ length: 16 }, (_, i) => 17 * i);

describe('files of NumPy', () => {
  const base = [1, 2, 3, -4, 5, 0.5];
  test.each<[keyof typeof NUMPY_FILES, number[], number[]]>([
    ['float32', [2, 3], base],
    ['float64', [2, 3], base],
    ['bigFloat64', [2, 3], base],
    ['fortran', [2, 3], base],
    ['version2', [2, 3], base],
    ['version3', [2, 3], base],
    ['bigInt16', [2, 2], [1, -2, 300, 4]],
    ['int64', [2, 2], [1, -2, 2 ** 40, 4]],
    ['bigUint64', [2, 2], [1, 2, 2 ** 40, 4]],
    ['bool', [2, 2], [1, 0, 0, 1]],
    ['uint8Images', [2, 2, 2, 2], ones],
    ['fortranImages', [2, 2, 2, 2], ones],
    ['labels', [2], [1, 0]],
  ])('%s', (name, dims, values) => {
    expect(read(NUMPY_FILES[name])).toEqual({ dims, values });
  });

  test.each(['uint8Images', 'fortranImages'] as const)('pixels of %s', (name) => {
    expect(read(NUMPY_FILES[name], true).values).toEqual(ones.map((v) => Math.fround(v / 255)));
  });

  const advice = 'expected bool, (u)int8 to 64, float32 or float64: save x.astype("float32")';
  test.each<[keyof typeof NUMPY_FILES, string]>([
    ['objects', `x.npy: found dtype "|O" (Python objects), ${advice}`],
    ['structured', `x.npy: found a structured dtype, ${advice}`],
    ['text', `x.npy: found dtype "<U2" (text), ${advice}`],
    ['float16', `x.npy: found dtype "<f2" (floats of another size), ${advice}`],
    ['complex', `x.npy: found dtype "<c8" (complex numbers), ${advice}`],
    ['scalar', 'x.npy: found a single number, expected rows of samples'],
  ])('%s are refused', (name, message) => {
    expect(problemsOf(() => read(NUMPY_FILES[name]))).toEqual([message]);
  });

  test('what is no finite float32 is told with its place', () => {
    expect(problemsOf(() => read(NUMPY_FILES.nan))).toEqual([
      'x.npy: found NaN at [0, 1], expected a number within ±3.4e38',
      'x.npy: found infinity or a number beyond float32 at [1, 0], expected a number within ±3.4e38',
      'x.npy: found infinity or a number beyond float32 at [1, 1], expected a number within ±3.4e38',
    ]);
  });
});

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const headed = (header: string, data = '') =>
  bytes(
    `\x93NUMPY\x01\x00${String.fromCharCode(header.length & 255, header.length >> 8)}${header}${data}`,
  );
const shaped = (shape: string, data = '') =>
  headed(`{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`, data);

describe('files that lie', () => {
  const good = NUMPY_FILES.float32;
  test.each<[string, Uint8Array, string]>([
    ['empty', bytes(''), 'found an empty file, expected an NPY file (numpy.save)'],
    ['other', bytes('a,b\n'), 'found no NPY magic at the start, expected an NPY file (numpy.save)'],
    [
      'zip',
      bytes('PK\x03\x04'),
      'found a zip archive (.npz?), expected an NPY file (numpy.save): save each array by itself',
    ],
    ['version 9', bytes('\x93NUMPY\x09\x00'), 'found NPY version 9, expected 1, 2 or 3'],
    ['version none', bytes('\x93NUMPY'), 'found NPY version missing, expected 1, 2 or 3'],
    [
      'a cut length',
      good.subarray(0, 9),
      'found an NPY header that ends too early, expected a whole file',
    ],
    [
      'a cut header',
      good.subarray(0, 40),
      'found an NPY header that ends too early, expected a whole file',
    ],
    [
      'cut',
      good.subarray(0, good.length - 1),
      'found 23 bytes of values, expected 24 (2 × 3 float32): the file is truncated',
    ],
    [
      'more',
      Uint8Array.of(...good, 0),
      'found 25 bytes of values, expected 24 (2 × 3 float32): something follows the values',
    ],
    [
      'no header',
      headed('hello'),
      'found the header "hello", expected descr, fortran_order and shape of an NPY file',
    ],
    [
      'no shape',
      headed("{'descr': '<f4', 'fortran_order': True}"),
      "found the header \"{'descr': '<f4', 'fortran_order': True}\", expected descr, fortran_order and shape of an NPY file",
    ],
    ['shape', shaped('(3 4)'), 'found shape "3 4", expected whole numbers'],
    ['no numbers', shaped('(,,)'), 'found shape ",,", expected whole numbers'],
    [
      'huge',
      shaped('(1000000, 1000000)'),
      'found 1,000,000 × 1,000,000 values, expected at most 1,073,741,824 values (4 GiB as float32)',
    ],
    [
      'overflowing',
      shaped('(4294967296, 4294967296, 4)'),
      'found 4,294,967,296 × 4,294,967,296 × 4 values, expected at most 1,073,741,824 values (4 GiB as float32)',
    ],
  ])('%s', (_, file, message) => {
    expect(problemsOf(() => read(file))).toEqual([`x.npy: ${message}`]);
  });

  test('a shape of Python 2 is none of them', () => {
    expect(read(shaped('(1L, 2L)', '\0\0\x80?\0\0\0@'))).toEqual({ dims: [1, 2], values: [1, 2] });
  });
});
