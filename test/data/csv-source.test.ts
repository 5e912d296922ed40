import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../src/config/problem.js';
import type { CsvDataConfig } from '../../src/config/types.js';
import { openCsv } from '../../src/data/csv-source.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): { path: string } {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path };
}

const rows = Array.from({ length: 10 }, (_, i) => `${i},${10 * i}`).join('\n');
const TEXT = `a,y\n${rows}\n`;
const base = { kind: 'csv', target: -1, header: 'auto', vary: 'seed' } as const;

test('splits by the seed, every row once', async () => {
  const config: CsvDataConfig = { ...base, file: file('d.csv', TEXT), testFraction: 0.3 };
  const source = await openCsv(config);
  expect(source.shape).toEqual({
    inputs: 1,
    outputs: 1,
    trainRows: 7,
    validationRows: 0,
    testRows: 3,
  });
  const first = source.dataset(1);
  expect(first).toMatchObject({ id: 'csv-1', kind: 'csv', seed: 1 });
  expect([...first.train.x, ...first.test.x].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  first.train.x.forEach((x, i) => {
    expect(first.train.y[i]).toBe(10 * x);
  });
  expect(source.dataset(1)).toEqual(first);
  expect(source.dataset(2).test.x).not.toEqual(first.test.x);
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  expect([...source.files.values()]).toEqual([{ name: 'd.csv', sha256 }]);
});

test('takes test rows from a file of their own', async () => {
  const config: CsvDataConfig = {
    ...base,
    file: file('d.csv', TEXT),
    testFile: file('t.csv', '5,6\n'),
  };
  const source = await openCsv(config);
  expect(source.shape).toMatchObject({ trainRows: 10, testRows: 1 });
  expect(source.dataset(3)).toMatchObject({ id: 'csv', test: { rows: 1, x: Float32Array.of(5) } });
  expect(source.files.size).toBe(2);
});

test('tells the problems of both files', async () => {
  const config: CsvDataConfig = {
    ...base,
    file: file('bad.csv', 'a,b\n1,x\n'),
    testFile: { path: 'none.csv' },
  };
  const error: InputError = await openCsv(config).catch((reason) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect(error.exitCode).toBe(3);
  expect(error.problems).toHaveLength(2);
});

test.each([
  ['other columns', 'x,y\n1,2\n', /found column "x", expected "a"/],
  ['more columns', '1,2,3\n', /found 3 columns, expected 2/],
])('test rows with %s', async (_, text, message) => {
  const config: CsvDataConfig = {
    ...base,
    file: file('d.csv', TEXT),
    testFile: file('t.csv', text),
  };
  await expect(openCsv(config)).rejects.toThrow(message);
});

test('one row cannot be split', async () => {
  const config: CsvDataConfig = { ...base, file: file('one.csv', '1,2\n'), testFraction: 0.5 };
  await expect(openCsv(config)).rejects.toThrow('found 1 row, expected at least 2');
});
