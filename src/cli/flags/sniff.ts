import { open, stat } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import type { FileKind } from './flag.js';

/** More than the longest beginning that tells a kind, compressed or not. */
const BEGINNING = 512;

/**
 * The kind of a data file by its first bytes, plain or gzipped; undefined for text of other kinds
 * and for what cannot be read, which reading it will explain.
 */
export async function sniffKind(path: string): Promise<FileKind | undefined> {
  try {
    return kindOf(decompressed(await beginning(path)));
  } catch {
    return undefined;
  }
}

async function beginning(path: string): Promise<Uint8Array> {
  // What a pipe has said is gone.
  if (!(await stat(path)).isFile()) return new Uint8Array(0);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function decompressed(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

function kindOf(bytes: Uint8Array): FileKind | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  if (text.startsWith('\x93NUMPY')) return 'npy';
  const [first, second, type, dimensions] = bytes;
  const isIdx = first === 0 && second === 0 && type >= 8 && type <= 14 && dimensions <= 8;
  if (isIdx) return 'idx';
  return /^(?:ï»¿)?\s*[{[]/.test(text) ? 'json' : undefined;
}
