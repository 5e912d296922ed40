import type { FileInput } from '../../config/types.js';
import type { TakeFloats } from '../source.js';
import type { Table } from '../table.js';
import type { FileBytes } from './bytes.js';
import { collect } from './collect.js';
import { type AssignRoles, parseCsv } from './csv.js';
import type { CsvFormat } from './csv-format.js';
import { readIdx } from './idx.js';
import { readJson } from './json.js';
import { readNpy } from './npy.js';
import type { Tensor } from './tensor.js';
import { tableOf } from './tensor-table.js';

/**
 * Files that hold samples, plain or gzipped (their first bytes tell), and how to read them. Images
 * of unsigned bytes, as those of MNIST, become 0 … 1: every pixel is divided by 255. Where no file of
 * targets is named there are none.
 */
export type FileFormat =
  | ({ kind: 'csv'; file: FileInput } & Partial<CsvFormat>)
  | { kind: 'idx'; images: FileInput; labels?: FileInput }
  | { kind: 'npy'; x: FileInput; y?: FileInput }
  | { kind: 'json'; file: FileInput };

export interface ParseOptions {
  labelled: boolean;
  take: TakeFloats;
  /** Told the share of a text that is read. */
  onProgress: (fraction: number) => void;
  /** Whether a JSON file may hold inputs alone. */
  mayLackTargets?: boolean;
  /** See CsvReadOptions. */
  assign?: AssignRoles;
}

export interface Parsed {
  table: Table;
  /** Of a JSON file with `train` and `test`. */
  test?: Table;
}

/** The files of a format and what each should be, in the order in which `parse` wants them. */
export function filesOf(source: FileFormat): { file: FileInput; expected: string }[] {
  switch (source.kind) {
    case 'csv':
      return [{ file: source.file, expected: 'a CSV file' }];
    case 'json':
      return [{ file: source.file, expected: 'a JSON file' }];
    case 'idx':
      return [
        { file: source.images, expected: 'an IDX file of images' },
        ...(source.labels ? [{ file: source.labels, expected: 'an IDX file of labels' }] : []),
      ];
    case 'npy':
      return [
        { file: source.x, expected: 'an NPY file of inputs' },
        ...(source.y ? [{ file: source.y, expected: 'an NPY file of targets' }] : []),
      ];
  }
}

/** @throws {InputError} (exit code 3) for files that lie. */
export function parse(
  source: FileFormat,
  [first, second]: readonly FileBytes[],
  options: ParseOptions,
): Parsed {
  const { bytes, path } = first;
  switch (source.kind) {
    case 'csv':
      return { table: parseCsv(bytes, path, source, options) };
    case 'json':
      return readJson(bytes, path, options);
    case 'idx':
      return pair(readIdx, first, second, options);
    case 'npy':
      return pair(readNpy, first, second, options);
  }
}

function pair(
  read: (bytes: Uint8Array, path: string) => Tensor,
  x: FileBytes,
  y: FileBytes | undefined,
  { take }: ParseOptions,
): Parsed {
  const files = y ? [x, y] : [x];
  const [inputs, targets] = collect(
    files.map(
      ({ bytes, path }) =>
        () =>
          read(bytes, path),
    ),
  );
  return { table: tableOf(inputs, targets, take) };
}
