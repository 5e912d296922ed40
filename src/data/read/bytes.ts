import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputError } from '../../config/problem.js';
import type { FileIdentity } from '../../results/describe.js';
import { readProblem } from './file-problem.js';
import { gunzip, isGzip } from './gunzip.js';
import { fileError } from './problems.js';

export interface FileBytes {
  path: string;
  /** Decompressed, where the file is gzipped. */
  bytes: Uint8Array;
  /** Of the bytes: a file is the same gzipped and not. */
  identity: FileIdentity;
}

/** What a file is called, gzipped or not. */
export function plainName(path: string): string {
  return basename(path).replace(/(?<=.)\.gz$/i, '');
}

/**
 * Reads a whole file of at most 2 GiB, plain or gzipped: its first two bytes tell, not its name.
 *
 * @param expected what the file should be, for problems: `a CSV file`.
 * @throws {InputError} (exit code 3) when it cannot be read, and as gunzip does.
 */
export async function readBytes(path: string, expected: string): Promise<FileBytes> {
  const stored = await readStored(path, expected);
  const bytes = isGzip(stored) ? await gunzip(stored, path) : stored;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes, identity: { name: plainName(path), sha256 } };
}

async function readStored(path: string, expected: string): Promise<Uint8Array> {
  try {
    // An endless device would be read until there is no memory left.
    if ((await stat(path)).isCharacterDevice())
      throw fileError(path, `found a device, expected ${expected}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([readProblem(path, error as NodeJS.ErrnoException, expected)], 3);
  }
}
