import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import { readCsvFile } from '../../src/data/csv-file.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { target: -1, header: 'auto' as const };

test('reads a file and hands its bytes over', async () => {
  const path = join(folder, 'good.csv');
  writeFileSync(path, 'a,b\n1,2\n');
  const { table, bytes } = await readCsvFile(path, options);
  expect(table.rows).toBe(1);
  expect(bytes).toHaveLength(8);
});

test.each([
  ['no such file', 'missing.csv', 'found no such file, expected a CSV file'],
  ['a folder', '.', 'found a folder, expected a CSV file'],
])('%s', async (_, name, message) => {
  const path = join(folder, name);
  const error = await readCsvFile(path, options).catch((reason) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect(error.exitCode).toBe(3);
  expect(error.message).toBe(`${path}: ${message}`);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
  const path = join(folder, 'secret.csv');
  writeFileSync(path, '1,2\n');
  chmodSync(path, 0);
  await expect(readCsvFile(path, options)).rejects.toThrow('may not be read');
});
