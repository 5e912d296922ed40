import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderName, folderProblems, makeFolder } from '../../src/cli/run-folder.js';
import { InputError } from '../../src/config/problem.js';
import { workFolder } from './harness.js';

test.each([
  ['assignment', 'assignment-0123abcd'],
  ['My run, no. 3!', 'My-run-no.-3-0123abcd'],
  ['../../etc/passwd', 'etc-passwd-0123abcd'],
  ['...', 'sweep-0123abcd'],
  ['..\\..\\x', 'x-0123abcd'],
  ['Größe 大', 'Größe-大-0123abcd'],
])('the folder of %s', (name, folder) => {
  expect(folderName(name, '0123abcd')).toBe(folder);
});

test('any name makes one safe folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (name) => {
      const folder = folderName(name, '0123abcd');
      expect(folder).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*-0123abcd$/u);
      expect(Buffer.byteLength(folder)).toBeLessThan(255);
    }),
  );
});

const intended = { configHash: '0123abcd', config: { seeds: 3 } };
const results = (config: object) => JSON.stringify({ schema: 'lanewise/results@1', config });

test('what is in the way', () => {
  const cwd = workFolder({ file: '' });
  const of = (name: string, force = false) =>
    folderProblems(join(cwd, name), intended, force).map(({ message }) => message);
  mkdirSync(join(cwd, 'empty'));
  mkdirSync(join(cwd, 'run'));
  expect(of('new/er')).toEqual([]);
  expect(of('empty')).toEqual([]);
  expect(of('file')).toEqual(['found a file, expected a folder to write into']);
  expect(of('file', true)).toHaveLength(1);
  expect(of('')).toEqual([
    expect.stringMatching(/^found (empty|file|run), which no run has written/),
  ]);
  expect(of('', true)).toEqual([]);

  const file = join(cwd, 'run', 'results.json');
  writeFileSync(file, results({ seeds: 3 }));
  expect(of('run')).toEqual([]);
  writeFileSync(file, results({ seeds: 4, extra: 1 }));
  expect(of('run')).toEqual([
    'found a run of another configuration (seeds 4, now 3; extra 1, now nothing); --force overwrites it',
  ]);
  expect(of('run', true)).toEqual([]);
  writeFileSync(file, '{');
  expect(of('run')).toEqual([
    'found a results.json that is not of lanewise; --force overwrites it',
  ]);
});

test('folders are made with their parents', () => {
  const cwd = workFolder();
  makeFolder(join(cwd, 'a', 'b'));
  makeFolder(join(cwd, 'a', 'b'));
  expect(folderProblems(join(cwd, 'a', 'b'), intended, false)).toEqual([]);
  writeFileSync(join(cwd, 'f'), '');
  expect(() => makeFolder(join(cwd, 'f', 'x'))).toThrow(InputError);
});
