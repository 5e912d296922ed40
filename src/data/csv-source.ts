import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { InputError } from '../config/problem.js';
import type { CsvDataConfig } from '../config/types.js';
import type { FileIdentity } from '../results/describe.js';
import { type CsvTable, columnProblems } from './csv.js';
import { type CsvFile, readCsvFile } from './csv-file.js';
import { type Dataset, NO_ROWS, type Rows } from './dataset.js';
import { countClasses } from './labels.js';
import type { Source } from './source.js';
import { splitRows, testRowCount } from './split.js';

/**
 * Reads the file, and the file of test rows if there is one.
 *
 * @param labelled whether the target column holds class labels.
 * @throws {InputError} (exit code 3) with the problems of both.
 */
export async function openCsv(config: CsvDataConfig, labelled = false): Promise<Source> {
  const [file, testFile] = await readBoth(config);
  const { rows, inputs, outputs } = file.table;
  const files = new Map([[config.file.path, identity(config.file.path, file)]]);
  if (config.testFile && testFile)
    files.set(config.testFile.path, identity(config.testFile.path, testFile));
  const testRows = testFile ? testFile.table.rows : testRowCount(rows, config.testFraction!);
  const trainRows = testFile ? rows : rows - testRows;
  const test = testFile && { where: config.testFile!.path, rows: testFile.table };
  const train = { where: config.file.path, rows: file.table };
  const classes = labelled && { classes: countClasses(outputs, train, test) };
  return {
    shape: { inputs, outputs, ...classes, trainRows, validationRows: 0, testRows },
    dataset: (seed) => ({
      ...draw(config, file.table, testFile?.table, seed),
      kind: 'csv',
      seed,
      inputs,
      outputs,
      validation: NO_ROWS,
    }),
    files,
  };
}

/** Files do not change with the seed, their split does. */
function draw(
  config: CsvDataConfig,
  table: CsvTable,
  testTable: CsvTable | undefined,
  seed: number,
): Pick<Dataset, 'id' | 'train' | 'test'> {
  if (testTable) return { id: 'csv', train: rowsOf(table), test: rowsOf(testTable) };
  return { id: `csv-${seed}`, ...splitRows(rowsOf(table), config.testFraction!, seed) };
}

function rowsOf({ rows, x, y }: CsvTable): Rows {
  return { rows, x, y };
}

function identity(path: string, { bytes }: CsvFile): FileIdentity {
  return { name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function readBoth(config: CsvDataConfig): Promise<[CsvFile, CsvFile | undefined]> {
  const { file, testFile } = config;
  const results = await Promise.allSettled([
    readCsvFile(file.path, config),
    testFile ? readCsvFile(testFile.path, config) : undefined,
  ]);
  const [train, test] = results.map((result) =>
    result.status === 'fulfilled' ? result.value : undefined,
  );
  const problems = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (result.reason instanceof InputError) return result.reason.problems;
    throw result.reason;
  });
  if (train && test && testFile)
    problems.push(...columnProblems(train.table, test.table, testFile.path));
  if (train && !testFile && train.table.rows < 2) {
    problems.push({
      where: file.path,
      message: 'found 1 row, expected at least 2: one to train, one to test',
    });
  }
  if (problems.length > 0) throw new InputError(problems, 3);
  return [train!, test];
}
