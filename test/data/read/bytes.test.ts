import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../../src/config/problem.js';
import { plainName, readBytes } from '../../../src/data/read/bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'lanewise-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['plain', (data: Buffer) => data],
  ['gzipped, whatever it is called', (data: Buffer) => gzipSync(data)],
])('reads a file that is %s', async (_, store) => {
  const path = join(folder, 'good.csv');
  const stored = store(Buffer.from('a,b\n1,2\n'));
  writeFileSync(path, stored);
  const { bytes, identity } = await readBytes(path, 'a CSV file');
  expect(Buffer.from(bytes).toString()).toBe('a,b\n1,2\n');
  const sha256 = createHash('sha256').update('a,b\n1,2\n').digest('hex');
  expect(identity).toEqual({ name: 'good.csv', sha256 });
});

test('a file is called the same, gzipped or not', () => {
  expect(plainName('some/where/d.csv')).toBe('d.csv');
  expect(plainName('some/where/d.csv.GZ')).toBe('d.csv');
  expect(plainName('some.gz/.gz')).toBe('.gz');
});

test.each([
  ['no such file', join(folder, 'missing.csv'), 'found no such file, expected a CSV file'],
  ['a folder', folder, 'found a folder, expected a CSV file'],
  ['an endless device', '/dev/zero', 'found a device, expected a CSV file'],
])('%s', async (_, path, message) => {
  const error = await readBytes(path, 'a CSV file').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).exitCode).toBe(3);
  expect((error as InputError).message).toBe(`${path}: ${message}`);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
  const path = join(folder, 'secret.csv');
  writeFileSync(path, '1,2\n');
  chmodSync(path, 0);
  await expect(readBytes(path, 'a CSV file')).rejects.toThrow('may not be read');
});
