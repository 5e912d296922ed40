import { DTYPES, type Dtype } from './dtype.js';
import { fileError } from './problems.js';
import { type Tensor, tensorData } from './tensor.js';

/** By the third byte of the file. */
const TYPES = new Map<number, Dtype>([
  [0x08, DTYPES.uint8],
  [0x09, DTYPES.int8],
  [0x0b, DTYPES.int16],
  [0x0c, DTYPES.int32],
  [0x0d, DTYPES.float32],
  [0x0e, DTYPES.float64],
]);

const EXPECTED = 'expected an IDX file (as of MNIST)';

/**
 * Reads the header of an IDX file: two zeros, the type of the values, the number of dimensions,
 * each dimension as a big-endian uint32; the values follow, big-endian, last index fastest.
 *
 * @throws {InputError} (exit code 3) for anything else.
 */
export function readIdx(bytes: Uint8Array, path: string): Tensor {
  if (bytes.length === 0) throw fileError(path, `found an empty file, ${EXPECTED}`);
  const dtype = TYPES.get(bytes[2]);
  const count = bytes[3];
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || dtype === undefined) {
    const found = Array.from(bytes.subarray(0, 4), hex).join(' ');
    throw fileError(path, `found ${found} at the start, ${EXPECTED}, 00 00, a type, a count`);
  }
  if (count < 1 || count > 4)
    throw fileError(path, `found ${count} dimensions, expected an IDX file of 1 to 4`);
  const start = 4 + 4 * count;
  if (bytes.length < start)
    throw fileError(path, `found a header of ${bytes.length} bytes, expected ${start}: truncated`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, start);
  const dims = Array.from({ length: count }, (_, i) => view.getUint32(4 + 4 * i));
  const data = tensorData({ dims, dtype }, bytes, start, path);
  return { path, dims, dtype, littleEndian: false, fortran: false, data };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
