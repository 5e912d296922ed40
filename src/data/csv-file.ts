import { readFile } from 'node:fs/promises';
import { InputError } from '../config/problem.js';
import { type CsvOptions, type CsvTable, parseCsv } from './csv.js';

export interface CsvFile {
  table: CsvTable;
  /** What was read: its hash identifies the file in results. */
  bytes: Uint8Array;
}

const REASONS: Record<string, string> = {
  ENOENT: 'found no such file',
  ENOTDIR: 'found no such file',
  EISDIR: 'found a folder',
  EACCES: 'found a file that may not be read',
  EPERM: 'found a file that may not be read',
  ERR_FS_FILE_TOO_LARGE: 'found more than 2 GiB',
};

/**
 * Reads and parses a CSV file.
 *
 * @throws {InputError} (exit code 3) when it cannot be read, and as parseCsv does.
 */
export async function readCsvFile(path: string, options: CsvOptions): Promise<CsvFile> {
  const bytes = await readBytes(path);
  return { table: parseCsv(bytes, path, options), bytes };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const found = REASONS[code] ?? `found a file that cannot be read (${message})`;
    throw new InputError([{ where: path, message: `${found}, expected a CSV file` }], 3);
  }
}
