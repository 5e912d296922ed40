import { InputError, type Problem } from '../config/problem.js';
import type { FileInput } from '../config/types.js';
import type { FileIdentity } from '../results/describe.js';
import type { CsvFormat } from './read/csv-format.js';
import type { TakeFloats } from './source.js';
import type { Table } from './table.js';

/** Files that hold samples, plain or gzipped, and how to read them. */
export type FileFormat =
  | ({ kind: 'csv'; file: FileInput } & Partial<CsvFormat>)
  | { kind: 'idx'; images: FileInput; labels: FileInput }
  | { kind: 'npy'; x: FileInput; y: FileInput }
  | { kind: 'json'; file: FileInput };

export interface ReadOptions {
  /** Whether the target column names classes: then it may hold words. */
  labelled: boolean;
  /** Gives the room for x, then for y; default: arrays of their own. */
  take?: TakeFloats;
  /** Told from 0 to 1, at most about a hundred times, while a large file is parsed. */
  onProgress?: (fraction: number) => void;
}

export interface ReadResult {
  /** All rows, or the training rows. */
  table: Table;
  /** Test rows: those of a JSON file with `train` and `test`, or of `test` in `readTables`. */
  test?: Table;
  /** The files read, by the path in the config. */
  identities: Map<string, FileIdentity>;
}

/**
 * Reads the samples of one set of files. Labels are not counted: see `countClasses`.
 *
 * @throws {InputError} (exit code 3) for files that cannot be read or that lie.
 */
export async function readTable(source: FileFormat, options: ReadOptions): Promise<ReadResult> {
  throw new InputError([{ message: `readers of ${source.kind} are being written` }], 3);
}

/**
 * Reads training rows and test rows from files of their own; the classes of both are numbered as
 * in the training rows.
 *
 * @throws {InputError} (exit code 3) with the problems of both, and where they do not agree.
 */
export async function readTables(
  train: FileFormat,
  test: FileFormat | undefined,
  options: ReadOptions,
): Promise<ReadResult> {
  const problems: Problem[] = [];
  if (test) throw new InputError(problems, 3);
  return readTable(train, options);
}
