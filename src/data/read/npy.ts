import { parseNpyHeader } from './npy-header.js';
import { fileError } from './problems.js';
import { type Tensor, tensorData } from './tensor.js';

const MAGIC = '\x93NUMPY';
const EXPECTED = 'expected an NPY file (numpy.save)';

/**
 * Reads an NPY file, version 1, 2 or 3: magic, version, length of the header, the header as a
 * Python dict, the values.
 *
 * @throws {InputError} (exit code 3) for anything else.
 */
export function readNpy(bytes: Uint8Array, path: string): Tensor {
  if (bytes.length === 0) throw fileError(path, `found an empty file, ${EXPECTED}`);
  const magic = text(bytes.subarray(0, MAGIC.length));
  if (magic.startsWith('PK'))
    throw fileError(path, `found a zip archive (.npz?), ${EXPECTED}: save each array by itself`);
  if (magic !== MAGIC) throw fileError(path, `found no NPY magic at the start, ${EXPECTED}`);
  const version = bytes[6];
  if (!(version >= 1 && version <= 3))
    throw fileError(path, `found NPY version ${version ?? 'missing'}, expected 1, 2 or 3`);
  const wide = version > 1;
  const headerStart = wide ? 12 : 10;
  if (bytes.length < headerStart) throw truncated(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = headerStart + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  if (bytes.length < start) throw truncated(path);
  const header = parseNpyHeader(text(bytes.subarray(headerStart, start)), path);
  return { path, ...header, data: tensorData(header, bytes, start, path) };
}

function truncated(path: string): Error {
  return fileError(path, 'found an NPY header that ends too early, expected a whole file');
}

/** Latin-1 will do for UTF-8 too: names of fields are all that is not ASCII, and refused. */
function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
