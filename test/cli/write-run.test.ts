import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { retireLeftovers, retireRun, writeRun, writeWhole } from '../../src/cli/write-run.js';
import { workFolder } from './harness.js';

const files = new Map([
  ['results.json', 'r'],
  ['figures/network-4-2-1.svg', 'n'],
  ...Array.from({ length: 30 }, (_, i): [string, string] => [`figures/${i}.svg`, String(i)]),
]);

test('writes all files and leaves no temporary ones', async () => {
  const folder = workFolder({ 'mine.txt': 'mine', 'results.json': 'old' });
  await writeRun(folder, files);
  expect(readdirSync(folder).sort()).toEqual(['figures', 'mine.txt', 'results.json']);
  expect(readdirSync(join(folder, 'figures'))).toHaveLength(31);
  for (const [path, text] of files) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
});

test('a file that cannot be written leaves results.json and no temporary file', async () => {
  const folder = workFolder({ 'results.json': 'old' });
  mkdirSync(join(folder, 'figures', '3.svg', 'x'), { recursive: true });
  await expect(writeRun(folder, files)).rejects.toThrow();
  expect(readFileSync(join(folder, 'results.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['figures', 'results.json']);
});

test('replaces a file as a whole', async () => {
  const folder = workFolder({ a: 'long old content' });
  await writeWhole(join(folder, 'a'), 'new');
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('writes bytes, made when it is their turn', async () => {
  const folder = workFolder();
  const bytes = Uint8Array.from([0, 255, 10, 13]);
  await writeRun(folder, new Map([['models/m.safetensors', () => bytes]]));
  expect(readFileSync(join(folder, 'models', 'm.safetensors'))).toEqual(Buffer.from(bytes));
});

test('retires models of runs, and no others', async () => {
  const folder = workFolder({ 'results.json': 'r' });
  mkdirSync(join(folder, 'models'));
  const names = ['4-2-1-seed42', '4-2-1-seed43', '4-2-1-seed42-fold0', 'mine'];
  for (const name of names) writeFileSync(join(folder, 'models', `${name}.safetensors`), '');
  await retireLeftovers(folder, new Map([['models/4-2-1-seed43.safetensors', '']]), true);
  expect(readdirSync(join(folder, 'models')).sort()).toEqual([
    '4-2-1-seed43.safetensors',
    'mine.safetensors',
  ]);
  await retireRun(folder, files);
  expect(readdirSync(join(folder, 'models'))).toEqual(['mine.safetensors']);
});

test('retires the run of another configuration, and only that', async () => {
  const root = {
    'results.json': 'old',
    'mine.txt': 'mine',
    'classes.csv': '',
    'confusion.csv': '',
    'inspection.json': '',
  };
  const folder = workFolder(root);
  mkdirSync(join(folder, 'figures'));
  const figures = [
    ...['network-4-2-1', 'network-4-9-1', 'confusion', 'accuracy-curves', 'mine'],
    ...[
      'error-vs-params',
      'gap-vs-params',
      'norm-vs-params',
      'effective-vs-learning-rate',
      'eigenvalues-vs-params',
      'bias-variance-vs-params',
      'error-vs-learning-rate',
      'r2-vs-x',
      'accuracy-vs-x',
      'heat-a-b',
      'parallel',
    ],
    ...['decision-boundary', 'predicted-vs-true', 'misread', 'first-layer'],
  ];
  for (const name of figures) writeFileSync(join(folder, 'figures', `${name}.svg`), '');
  for (const name of ['misread', 'accuracy-curves'])
    writeFileSync(join(folder, 'figures', `${name}.csv`), '');
  await retireRun(folder, new Map([...files, ['classes.csv', '']]));
  expect(readdirSync(folder).sort()).toEqual(['classes.csv', 'figures', 'mine.txt']);
  expect(readdirSync(join(folder, 'figures')).sort()).toEqual(['mine.svg', 'network-4-2-1.svg']);
});

test('retires what an execution of the same run that was not stopped has more', async () => {
  const folder = workFolder({ 'results.json': 'r', 'inspection.json': '', 'mine.txt': '' });
  mkdirSync(join(folder, 'models'));
  writeFileSync(join(folder, 'models', '4-2-1-seed42.safetensors'), '');
  await retireLeftovers(folder, files, false);
  expect(readdirSync(folder).sort()).toEqual(['mine.txt', 'models', 'results.json']);
  expect(readdirSync(join(folder, 'models'))).toHaveLength(1);
});
