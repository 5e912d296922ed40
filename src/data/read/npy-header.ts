import { quote } from '../../config/text.js';
import { DTYPES, type Dtype } from './dtype.js';
import { fileError } from './problems.js';
import type { Tensor } from './tensor.js';

const TYPES = new Map<string, Dtype>([
  ['b1', DTYPES.bool],
  ['u1', DTYPES.uint8],
  ['i1', DTYPES.int8],
  ['u2', DTYPES.uint16],
  ['i2', DTYPES.int16],
  ['u4', DTYPES.uint32],
  ['i4', DTYPES.int32],
  ['u8', DTYPES.uint64],
  ['i8', DTYPES.int64],
  ['f4', DTYPES.float32],
  ['f8', DTYPES.float64],
]);

/** What NumPy can save and nobody can train on, by the letter of its kind. */
const REFUSED: Record<string, string> = {
  O: 'Python objects',
  U: 'text',
  S: 'bytes of text',
  V: 'raw bytes',
  M: 'dates',
  m: 'durations',
  c: 'complex numbers',
  f: 'floats of another size',
};

const ADVICE = 'expected bool, (u)int8 to 64, float32 or float64: save x.astype("float32")';
/** A header longer than it is text to be searched for minutes. */
const LONGEST = 10_000;

/**
 * Parses `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
 *
 * @throws {InputError} (exit code 3) for values that are no plain numbers, and for other text.
 */
export function parseNpyHeader(header: string, path: string): Omit<Tensor, 'path' | 'data'> {
  const known = header.slice(0, LONGEST);
  const [, descr] = /'descr'\s*:\s*('[^']*'|\[)/.exec(known) ?? [];
  if (descr === '[') throw fileError(path, `found a structured dtype, ${ADVICE}`);
  const [, order] = /'fortran_order'\s*:\s*(True|False)\b/.exec(known) ?? [];
  const [, shape] = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(known) ?? [];
  if (descr === undefined || order === undefined || shape === undefined) {
    const expected = 'expected descr, fortran_order and shape of an NPY file';
    throw fileError(path, `found the header ${quote(known.slice(0, 200))}, ${expected}`);
  }
  const { dtype, littleEndian } = parseType(descr.slice(1, -1), path);
  return { dtype, littleEndian, fortran: order === 'True', dims: parseShape(shape, path) };
}

/** `<f8`: byte order, kind, bytes. A single byte has `|`. */
function parseType(descr: string, path: string): Pick<Tensor, 'dtype' | 'littleEndian'> {
  const name = /^[<>=|]?(.+)$/.exec(descr)?.[1] ?? '';
  const dtype = TYPES.get(name);
  if (dtype) return { dtype, littleEndian: !descr.startsWith('>') };
  const kind = REFUSED[name[0]];
  throw fileError(path, `found dtype ${quote(descr)}${kind ? ` (${kind})` : ''}, ${ADVICE}`);
}

/** `(3, 4)` without its brackets; Python 2 wrote `3L`. */
function parseShape(shape: string, path: string): number[] {
  const dims = shape
    .split(',')
    .map((dim) => dim.trim().replace(/L$/, ''))
    .filter((dim, i, all) => dim !== '' || i < all.length - 1);
  if (dims.length === 0) throw fileError(path, 'found a single number, expected rows of samples');
  if (!dims.every((dim) => /^\d{1,16}$/.test(dim)))
    throw fileError(path, `found shape ${quote(shape)}, expected whole numbers`);
  return dims.map(Number);
}
