import { createGunzip } from 'node:zlib';
import { grouped } from '../../config/text.js';
import { fileError } from './problems.js';

const MIB = 1048576;
/** As large as a file that is not compressed may be. */
const MOST_BYTES = 2048 * MIB;
/**
 * Text and pixels shrink to a fifth or a tenth, sparse ones to a hundredth; DEFLATE ends at 1,032.
 * What shrinks more than this holds nothing to learn from.
 */
const MOST_RATIO = 250;
const SMALL = 64 * MIB;
const DEFLATE_RATIO = 1032;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Bytes that so many gzipped bytes may become: 64 MiB and 250 for each, at most 2 GiB. */
export function mostDecompressed(compressed: number): number {
  return Math.min(MOST_BYTES, SMALL + MOST_RATIO * compressed);
}

/**
 * Decompresses gzip data of one or more members; padding with zeros is let pass. Stops as soon as
 * there is more than `most`.
 *
 * @throws {InputError} (exit code 3) for data that is truncated, damaged, followed by something
 *   else, or a bomb.
 */
export async function gunzip(
  bytes: Uint8Array,
  path: string,
  most = mostDecompressed(bytes.length),
): Promise<Uint8Array> {
  if (bytes.length > 2 && (bytes[2] !== 8 || (bytes[3] & 0xe0) !== 0))
    throw fileError(path, 'found a damaged gzip header, expected a gzip file or a plain one');
  const stream = createGunzip({ chunkSize: MIB });
  stream.end(bytes);
  let out = new Uint8Array(firstGuess(bytes, most));
  let filled = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const size = filled + chunk.length;
      if (size > most) throw tooLarge(bytes, path, most);
      if (size > out.length) out = grown(out, Math.min(most, Math.max(size, 2 * out.length)));
      out.set(chunk, filled);
      filled = size;
    }
  } catch (error) {
    throw problemOf(error as NodeJS.ErrnoException, path, filled);
  }
  if (bytes.subarray(stream.bytesWritten).some((byte) => byte !== 0)) throw trailing(path);
  return out.subarray(0, filled);
}

/** The size modulo 2³² ends the file; believed as far as DEFLATE could have come. */
function firstGuess(bytes: Uint8Array, most: number): number {
  const end = bytes.length;
  if (end < 18) return 0;
  const size = new DataView(bytes.buffer, bytes.byteOffset + end - 4, 4).getUint32(0, true);
  return Math.min(size, most, DEFLATE_RATIO * end);
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function tooLarge(bytes: Uint8Array, path: string, most: number): Error {
  const sizes = `more than ${mebibytes(most)} in ${mebibytes(bytes.length)} of gzip data`;
  const advice =
    most < MOST_BYTES ? 'expected no gzip bomb; if it is none, gunzip the file' : 'expected less';
  return fileError(path, `found ${sizes}, ${advice}`);
}

function mebibytes(bytes: number): string {
  return bytes < MIB ? `${grouped(bytes)} bytes` : `${grouped(Math.round(bytes / MIB))} MiB`;
}

function problemOf(error: NodeJS.ErrnoException, path: string, filled: number): Error {
  if (error.code === 'Z_BUF_ERROR') {
    const found = `found gzip data that ends too early (after ${grouped(filled)} bytes or more)`;
    return fileError(path, `${found}, expected a whole file: copy or download it again`);
  }
  if (error.code !== 'Z_DATA_ERROR') return error;
  // The header of the first member was fine: this one is what follows it.
  if (/header|compression method/.test(error.message)) return trailing(path);
  const found = `found damaged gzip data (${error.message})`;
  return fileError(path, `${found}, expected a whole file: copy or download it again`);
}

function trailing(path: string): Error {
  return fileError(path, 'found other bytes after the gzip data, expected nothing there');
}
