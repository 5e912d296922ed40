import { grouped } from '../../config/text.js';
import type { Dtype } from './dtype.js';
import { fileError, ReadProblems } from './problems.js';
import { countValues } from './size.js';

/** An array of numbers as it lies in a file. */
export interface Tensor {
  /** Of the file, for problems. */
  path: string;
  /** Rows first; at least one dimension. */
  dims: readonly number[];
  dtype: Dtype;
  littleEndian: boolean;
  /** Whether the first index, not the last, runs fastest (Fortran order). */
  fortran: boolean;
  /** The values and nothing else. */
  data: DataView;
}

/**
 * The values that follow the header of a file.
 *
 * @param start of the values in `bytes`.
 * @throws {InputError} (exit code 3) when there are fewer or more bytes than the header promises.
 */
export function tensorData(
  { dims, dtype }: Pick<Tensor, 'dims' | 'dtype'>,
  bytes: Uint8Array,
  start: number,
  path: string,
): DataView {
  const expected = countValues(dims, path) * dtype.bytes;
  const found = bytes.length - start;
  if (found !== expected) {
    const shape = `${dims.map(grouped).join(' × ')} ${dtype.name}`;
    const cause = found < expected ? 'the file is truncated' : 'something follows the values';
    const sizes = `found ${grouped(found)} bytes of values, expected ${grouped(expected)}`;
    throw fileError(path, `${sizes} (${shape}): ${cause}`);
  }
  return new DataView(bytes.buffer, bytes.byteOffset + start, expected);
}

/** Unsigned bytes in rows of two or three dimensions are pixels. */
export function holdsPixels({ dims, dtype }: Tensor): boolean {
  return dtype.name === 'uint8' && dims.length >= 3;
}

/**
 * Writes all values to `out`, row after row, the last index fastest. Those of pixels are divided
 * by 255: float32(v / 255).
 *
 * @throws {InputError} (exit code 3) for values that are no finite float32.
 */
export function readValues(tensor: Tensor, out: Float32Array, pixels: boolean): void {
  const { data, dtype, littleEndian } = tensor;
  if (tensor.fortran) readFortran(tensor, out);
  else if (dtype.name === 'uint8') {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    if (!pixels) out.set(bytes);
    else for (let i = 0; i < bytes.length; i++) out[i] = UNIT[bytes[i]];
    return;
  } else {
    const { bytes, read } = dtype;
    for (let i = 0, at = 0; i < out.length; i++, at += bytes) out[i] = read(data, at, littleEndian);
  }
  if (pixels) for (let i = 0; i < out.length; i++) out[i] = UNIT[out[i]];
  if (dtype.float) checkFinite(tensor, out);
}

const UNIT = Float32Array.from({ length: 256 }, (_, v) => v / 255);

/** Rows that a transposition takes at a time, so that their lines stay in the cache. */
const BLOCK = 64;

/** In Fortran order value t of row r stands at t · rows + r, t counting the first index fastest. */
function readFortran({ dims, data, dtype, littleEndian }: Tensor, out: Float32Array): void {
  const [rows, ...rest] = dims;
  const width = out.length / rows;
  for (let first = 0; first < rows; first += BLOCK) {
    const end = Math.min(rows, first + BLOCK);
    for (let t = 0; t < width; t++) {
      const place = lastFastest(t, rest);
      for (let row = first; row < end; row++) {
        const at = (t * rows + row) * dtype.bytes;
        out[row * width + place] = dtype.read(data, at, littleEndian);
      }
    }
  }
}

/** The place, last index fastest, of what stands at t with the first index fastest. */
function lastFastest(t: number, dims: readonly number[]): number {
  let left = t;
  let place = 0;
  let stride = dims.reduce((product, dim) => product * dim, 1);
  for (const dim of dims) {
    stride /= dim;
    place += (left % dim) * stride;
    left = Math.floor(left / dim);
  }
  return place;
}

function checkFinite({ path, dims }: Tensor, values: Float32Array): void {
  const problems = new ReadProblems(path);
  for (let i = 0; i < values.length; i++) {
    // Only of a number that is finite the difference from itself is 0.
    if (values[i] - values[i] === 0) continue;
    const found = Number.isNaN(values[i]) ? 'NaN' : 'infinity or a number beyond float32';
    problems.add(`found ${found} at ${index(i, dims)}, expected a number within ±3.4e38`);
  }
  problems.throwAny();
}

/** `[12, 3]`, as NumPy counts. */
function index(i: number, dims: readonly number[]): string {
  const places: number[] = [];
  let left = i;
  for (const dim of dims.toReversed()) {
    places.unshift(left % dim);
    left = Math.floor(left / dim);
  }
  return `[${places.join(', ')}]`;
}
