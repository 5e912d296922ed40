import { quote } from '../config/text.js';
import type { FileIdentity } from '../results/describe.js';
import { agree } from './read/agree.js';
import { type FileBytes, readBytes } from './read/bytes.js';
import { collect, settledValue } from './read/collect.js';
import type { AssignRoles } from './read/csv.js';
import { type FileFormat, filesOf, type Parsed, parse } from './read/format.js';
import { fileError } from './read/problems.js';
import type { TakeFloats } from './source.js';
import type { Table } from './table.js';

export type { FileFormat } from './read/format.js';

export interface ReadOptions {
  /** Whether targets may be classes: then a target column may hold words. */
  labelled: boolean;
  /** Gives the room for x, then for y, of each table; default: arrays of their own. */
  take?: TakeFloats;
  /** Told from 0 to 1, about a hundred times, while large files are parsed. */
  onProgress?: (fraction: number) => void;
  /** Whether a JSON file may hold inputs alone. */
  mayLackTargets?: boolean;
  /** See CsvReadOptions. */
  assign?: AssignRoles;
}

/** `table`: all rows, or the training rows; `test`: those of a JSON file with `train` and `test`,
 * or of the second files of `readTables`. */
export interface ReadResult extends Parsed {
  /** The files read, by the path in the config. */
  identities: Map<string, FileIdentity>;
}

/**
 * Reads the samples of one set of files. Labels are not counted: see `countClasses`.
 *
 * @throws {InputError} (exit code 3) for files that cannot be read or that lie.
 */
export function readTable(source: FileFormat, options: ReadOptions): Promise<ReadResult> {
  return readTables(source, undefined, options);
}

/**
 * Reads training rows and, where there are any, test rows from files of their own; the classes of
 * both are numbered as in the training rows.
 *
 * @throws {InputError} (exit code 3) with the problems of both, and where they do not agree.
 */
export async function readTables(
  train: FileFormat,
  test: FileFormat | undefined,
  { take = (n) => new Float32Array(n), onProgress = () => {}, ...options }: ReadOptions,
): Promise<ReadResult> {
  const sources = test ? [train, test] : [train];
  const loaded = await Promise.allSettled(sources.map(readFiles));
  const sizes = loaded.map((set) => (set.status === 'fulfilled' ? sizeOf(set.value) : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const parsed = collect(
    loaded.map((set, i) => () => {
      const tell = (fraction: number) => onProgress((done + fraction * sizes[i]) / total);
      const result = parse(sources[i], settledValue(set), { ...options, take, onProgress: tell });
      done += sizes[i];
      return result;
    }),
  );
  onProgress(1);
  const files = loaded.flatMap(settledValue);
  checkVariety(parsed[0].table, files[0].path);
  return {
    ...join(parsed[0], parsed[1], filesOf(test ?? train)[0].file.path),
    identities: new Map(files.map(({ path, identity }) => [path, identity])),
  };
}

async function readFiles(source: FileFormat): Promise<FileBytes[]> {
  const reads = filesOf(source).map(({ file, expected }) => readBytes(file.path, expected));
  const settled = await Promise.allSettled(reads);
  return collect(settled.map((result) => () => settledValue(result)));
}

function sizeOf(files: readonly FileBytes[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** There is nothing to learn where every answer is the same. */
function checkVariety({ classNames }: Table, path: string): void {
  if (classNames?.length !== 1) return;
  const found = `found class ${quote(classNames[0])} in every row`;
  throw fileError(path, `${found}, expected two classes or more`);
}

/** Test rows come with the training rows or from files of their own, not from both. */
function join({ table, test }: Parsed, other: Parsed | undefined, path: string): Parsed {
  if (other?.test) throw fileError(path, 'found train and test, expected test rows alone: x and y');
  if (other && test)
    throw fileError(path, 'found test rows, expected none: the training file has its own');
  const chosen = other?.table ?? test;
  if (!chosen) return { table };
  agree(table, chosen, path);
  return { table, test: chosen };
}
