import { hasTestRows, variesBySeed } from '../config/complete-data.js';
import { FILE_KEYS } from '../config/files.js';
import { InputError } from '../config/problem.js';
import { printable } from '../config/text.js';
import type { FileDataConfig, FileInput, LossConfig } from '../config/types.js';
import { takesWords } from './encoding.js';
import type { Seeds } from './entries.js';
import { type FileFormat, type ReadResult, readTables } from './read.js';
import { openShared } from './shared.js';
import type { Reading, Source } from './source.js';

/**
 * Reads the files, and those of test rows if there are any.
 *
 * @param reading its `take` is used where all datasets share the rows as they are read.
 * @throws {InputError} (exit code 3) with the problems of all files.
 */
export async function openFiles(
  data: FileDataConfig,
  loss: LossConfig,
  seeds: Seeds,
  { take, onProgress }: Reading = {},
): Promise<Source> {
  const { rows, targets = rows, testRows, testTargets = testRows } = FILE_KEYS[data.kind];
  const paths = data as unknown as Record<string, FileInput>;
  const room = sharesRows(data, seeds) && take ? { take } : {};
  const test = hasTestRows(data) ? testFormat(data) : undefined;
  const labelled = takesWords(data.encoding, loss);
  const result = await readTables(data as FileFormat, test, {
    labelled,
    ...room,
    ...(onProgress && { onProgress }),
  });
  checkTested(data, result);
  const { table, test: tests, identities } = result;
  const name = (key: string) => printable((paths[key] ?? paths[targets]).path);
  const where = { train: name(targets), test: name(testTargets) };
  const shared = { data, table, ...(tests && { test: tests }), where, ...room };
  return {
    ...openShared(shared, loss, seeds),
    files: identities,
    ...(table.classNames && { classNames: table.classNames }),
    ...(table.columnNames && { columnNames: table.columnNames }),
  };
}

/** Whether rows stay as they are read: scaled for several datasets, each has a copy of its own. */
function sharesRows(data: FileDataConfig, { seeds }: Seeds): boolean {
  const isOnly = data.folds === undefined && (seeds === 1 || !variesBySeed(data));
  return data.scaling === 'none' || isOnly;
}

/** The files of test rows under the keys of the others. */
function testFormat(data: FileDataConfig): FileFormat {
  const { rows, targets = rows, testRows, testTargets = testRows } = FILE_KEYS[data.kind];
  const paths = data as unknown as Record<string, FileInput>;
  const keys = { [rows]: paths[testRows], [targets]: paths[testTargets] };
  return { ...data, ...keys } as FileFormat;
}

/** A JSON file may hold test rows that the config knows nothing of. */
function checkTested(data: FileDataConfig, { test }: ReadResult): void {
  if (!test || hasTestRows(data) || data.kind !== 'json') return;
  const way = data.folds !== undefined ? 'folds' : 'testFraction';
  if (data[way] === undefined) return;
  const message = `found test rows together with ${way} in the config, expected one of them`;
  throw new InputError([{ where: printable(data.file.path), message }], 3);
}
