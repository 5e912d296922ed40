import { isPlainMap } from '../config/plain-map.js';
import { describeValue, grouped, quote } from '../config/text.js';
import { fileError } from '../data/read/problems.js';
import { canonicalJson } from '../results/canonical.js';
import { parseStrict } from './strict-json.js';

/** What a safetensors file holds; see https://github.com/huggingface/safetensors. */
export interface Safetensors {
  tensors: ReadonlyMap<string, StoredTensor>;
  metadata: ReadonlyMap<string, string>;
}

/** An array, the last index fastest, little-endian. */
export interface StoredTensor {
  /** `F32`, `BF16`, … */
  dtype: string;
  shape: readonly number[];
  bytes: Uint8Array;
}

const PREFIX = 8;
/** As in the format's own library. */
const MAX_HEADER = 100_000_000;
const EXPECTED = 'expected a safetensors file';

/**
 * The length of the header (8 bytes, little-endian), the header as JSON with sorted keys, padded
 * with spaces to whole 8 bytes, then the tensors in their order.
 *
 * @throws {RangeError} for a header that no reader would take.
 */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  const members: [string, unknown][] = [['__metadata__', Object.fromEntries(metadata)]];
  let end = 0;
  for (const [name, { dtype, shape, bytes }] of tensors) {
    members.push([name, { dtype, shape, data_offsets: [end, end + bytes.length] }]);
    end += bytes.length;
  }
  const header = new TextEncoder().encode(canonicalJson(Object.fromEntries(members)));
  const length = 8 * Math.ceil(header.length / 8);
  if (length > MAX_HEADER) {
    const found = `found a header of ${grouped(length)} bytes`;
    throw new RangeError(`${found}, expected at most ${grouped(MAX_HEADER)}`);
  }
  const file = new Uint8Array(PREFIX + length + end);
  new DataView(file.buffer).setUint32(0, length, true);
  file.fill(0x20, PREFIX + header.length, PREFIX + length);
  file.set(header, PREFIX);
  let at = PREFIX + length;
  for (const { bytes } of tensors.values()) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * The bytes of the tensors are views of the file. What is in them, and whether there are as many as
 * the shape says, is for the caller to judge.
 *
 * @throws {InputError} (exit code 3) for a file that is none, or lies about where its tensors stand.
 */
export function readSafetensors(file: Uint8Array, where: string): Safetensors {
  const { header, data } = split(file, where);
  const metadata = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') readMetadata(value, metadata, where);
    else entries.push(readEntry(name, value, where));
  }
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkOffsets(entries, data.length, where);
  const tensors = new Map(
    entries.map(({ name, dtype, shape, begin, end }) => [
      name,
      { dtype, shape, bytes: data.subarray(begin, end) },
    ]),
  );
  return { tensors, metadata };
}

function split(file: Uint8Array, where: string) {
  const fail = (found: string) => fileError(where, `found ${found}, ${EXPECTED}`);
  if (file.length === 0) throw fail('an empty file');
  if (file[PREFIX] !== 0x7b) throw fail('no safetensors header');
  const view = new DataView(file.buffer, file.byteOffset);
  const length = view.getUint32(0, true) + 4294967296 * view.getUint32(4, true);
  if (length > MAX_HEADER) {
    const found = `found a header of ${grouped(length)} bytes`;
    throw fileError(where, `${found}, expected at most ${grouped(MAX_HEADER)}`);
  }
  const start = PREFIX + length;
  if (start > file.length) {
    const found = `found ${grouped(file.length)} bytes`;
    const expected = `expected ${grouped(start)} or more: the file is truncated`;
    throw fileError(where, `${found}, ${expected}`);
  }
  const header = parseHeader(file.subarray(PREFIX, start), fail);
  if (!isPlainMap(header)) throw fail('a header that is no map');
  return { header, data: file.subarray(start) };
}

function parseHeader(bytes: Uint8Array, fail: (found: string) => Error): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fail('a header that is no UTF-8');
  }
  try {
    return parseStrict(text);
  } catch (error) {
    throw fail(`a header with ${(error as Error).message}`);
  }
}

function readMetadata(value: unknown, metadata: Map<string, string>, where: string): void {
  const entries = isPlainMap(value) ? Object.entries(value) : undefined;
  const odd = entries?.find(([, text]) => typeof text !== 'string');
  if (!entries || odd) {
    const found = odd ? `${describeValue(odd[1])} at ${quote(odd[0])}` : describeValue(value);
    throw fileError(where, `found __metadata__ with ${found}, expected a map of strings`);
  }
  for (const [key, text] of entries) metadata.set(key, text as string);
}

interface Entry {
  name: string;
  dtype: string;
  shape: number[];
  begin: number;
  end: number;
}

const isWhole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

function readEntry(name: string, value: unknown, where: string): Entry {
  const { dtype, shape, data_offsets: offsets } = isPlainMap(value) ? value : {};
  const isEntry =
    typeof dtype === 'string' &&
    Array.isArray(shape) &&
    shape.every(isWhole) &&
    Array.isArray(offsets) &&
    offsets.length === 2 &&
    offsets.every(isWhole) &&
    offsets[0] <= offsets[1];
  if (isEntry) return { name, dtype, shape, begin: offsets[0], end: offsets[1] };
  const expected = 'expected dtype, shape and data_offsets [begin, end]';
  throw fileError(where, `found another header of tensor ${quote(name)}, ${expected}`);
}

/** One tensor after the other, from the first byte to the last. */
function checkOffsets(entries: readonly Entry[], bytes: number, where: string): void {
  let end = 0;
  for (const { name, begin, end: next } of entries) {
    if (begin !== end) {
      const found = `found tensor ${quote(name)} at byte ${grouped(begin)} of the data`;
      const cause = begin < end ? 'tensors overlap' : 'there is a hole';
      throw fileError(where, `${found}, expected ${grouped(end)}: ${cause}`);
    }
    end = next;
  }
  if (end === bytes) return;
  const cause = bytes < end ? 'the file is truncated' : 'something follows the tensors';
  const sizes = `found ${grouped(bytes)} bytes of tensors, expected ${grouped(end)}`;
  throw fileError(where, `${sizes}: ${cause}`);
}
