import { readFile } from 'node:fs/promises';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
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
  const bytes = await readFile(path).catch((error) => {
    throw new InputError([readProblem(path, error, 'a CSV file')], 3);
  });
  return { table: parseCsv(bytes, printable(path), options), bytes };
}

/** Why a file cannot be read, as the user should hear it. */
export function readProblem(path: string, error: NodeJS.ErrnoException, expected: string): Problem {
  const found = REASONS[error.code ?? ''] ?? `found a file that cannot be read (${error.message})`;
  return { where: printable(path), message: `${found}, expected ${expected}` };
}
