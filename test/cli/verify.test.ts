import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanewise, SMALL, workFolder } from './harness.js';

async function trained(cwd: string, ...flags: string[]): Promise<string> {
  const { code } = await lanewise(['sweep', ...SMALL, '--out', 'r', '--quiet', ...flags], { cwd });
  expect(code).toBe(0);
  return join(cwd, 'r', 'results.json');
}

const verify = (cwd: string, ...args: string[]) =>
  lanewise(['verify', ...args, '--quiet'], { cwd });

describe('verify', () => {
  test('identical on another number of threads and the other backend', async () => {
    const cwd = workFolder();
    await trained(cwd, '--threads', '2');
    const found = await verify(cwd, 'r', '--threads', '1', '--backend', 'js');
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toMatch(/^identical: 4 runs of [0-9a-f]{8}, to the byte\n$/);
  });

  test.each<[string, (text: string) => string, number, RegExp]>([
    [
      'a changed number',
      (text) => text.replace(/"final":\{"train":[^,]+/, '"final":{"train":0.5'),
      1,
      /^different: runs\[0\]\.final\.train: found 0\.5, trained again \d/,
    ],
    [
      'another layout',
      (text) => text.replace('{', '{ '),
      1,
      /^different: line 1: found "\{ ", trained again "\{"/,
    ],
    [
      'a changed seed',
      (text) => text.replace('"seed": 42', '"seed": 43'),
      1,
      /^different: configHash: /,
    ],
  ])('%s', async (_, tamper, code, stdout) => {
    const cwd = workFolder();
    const file = await trained(cwd);
    writeFileSync(file, tamper(readFileSync(file, 'utf8')));
    const found = await verify(cwd, 'r');
    expect(found).toMatchObject({ code, stderr: '' });
    expect(found.stdout).toMatch(stdout);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{"schema"', /^r\.json:1:10: found the end of the file, expected :\n$/],
    [
      'no results',
      '{"a": 1}',
      /^r\.json: found no results of a sweep, expected lanewise\/results@1\n$/,
    ],
    ['another schema', '{"schema": "x@2"}', /^r\.json: found schema "x@2", expected/],
    [
      'a bad config',
      '{"schema": "lanewise/results@1",\n"config": {"seeds": 0}}',
      /^r\.json:2:21: seeds: found 0, expected/,
    ],
    [
      'rows in memory',
      '{"schema": "lanewise/results@1", "config": {"data": {"kind": "arrays"}}}',
      /^r\.json: found a run on rows in memory/,
    ],
  ])('%s', async (_, text, stderr) => {
    const cwd = workFolder({ 'r.json': text });
    const found = await verify(cwd, 'r.json');
    expect(found).toMatchObject({ code: 2, stdout: '' });
    expect(found.stderr).toMatch(stderr);
  });

  test('runs that were not finished are said to be missing', async () => {
    const cwd = workFolder();
    const file = await trained(cwd);
    const results = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign(results.runs[3], { status: 'interrupted', final: { train: null, test: null } });
    writeFileSync(file, JSON.stringify(results));
    const found = await verify(cwd, 'r');
    expect(found.code).toBe(4);
    expect(found.stdout).toMatch(
      /^identical: 3 runs of .+; the other 1 were interrupted or failed\n$/,
    );
  });
});

describe('verify a run on classes, with validation rows and early stopping', () => {
  const flags = [
    ...['--kind', 'moons', '--loss', 'softmax-cross-entropy', '--train', '100', '--test', '50'],
    ...['--widths', '4', '--seeds', '1', '--epochs', '9', '--batch-size', '20'],
    ...['--validation-fraction', '0.2', '--early-stopping', '2'],
  ];

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'a changed matrix',
      (text) => text.replace(/"confusion":\[\s+\[\d+/, '"confusion":[\n      [99'),
      /^different: runs\[0\]\.confusion\[0\]\[0\]: found 99, trained again \d/,
    ],
    [
      'a changed accuracy',
      (text) =>
        text.replace(/"accuracy":\{"final":\{"train":[^,]+/, '"accuracy":{"final":{"train":2'),
      /^different: runs\[0\]\.metrics\.accuracy\.final\.train: found 2, /,
    ],
    [
      'a changed epoch',
      (text) => text.replace(/"kept":\d+/, '"kept":77'),
      /^different: runs\[0\]\.stopped\.kept: found 77, /,
    ],
    [
      'a changed share',
      (text) => text.replace(/"precision":[^,]+/, '"precision":7'),
      /^different: aggregate\[0\]\.classes\[0\]\.precision: found 7, /,
    ],
  ])('%s', async (_, tamper, stdout) => {
    const cwd = workFolder();
    const { code } = await lanewise(['sweep', ...flags, '--out', 'r', '--quiet'], { cwd });
    expect(code).toBe(0);
    expect(await verify(cwd, 'r', '--backend', 'js')).toMatchObject({ code: 0 });
    const file = join(cwd, 'r', 'results.json');
    writeFileSync(file, tamper(readFileSync(file, 'utf8')));
    const found = await verify(cwd, 'r');
    expect(found).toMatchObject({ code: 1, stderr: '' });
    expect(found.stdout).toMatch(stdout);
  });
});

describe('verify a run on a CSV file', () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i / 20},${(i * i) / 100}`).join('\n');
  const flags = [
    '--data',
    'd.csv',
    '--widths',
    '2',
    '--seeds',
    '1',
    '--epochs',
    '2',
    '--batch-size',
    '4',
  ];

  test('finds it, or asks for it, and knows it by its content', async () => {
    const cwd = workFolder({ 'd.csv': `${rows}\n`, 'other.csv': `${rows}\n1,1\n` });
    const { code } = await lanewise(['sweep', ...flags, '--out', 'r', '--quiet'], { cwd });
    expect(code).toBe(0);
    expect(await verify(cwd, 'r')).toMatchObject({ code: 0 });
    const elsewhere = workFolder();
    const missing = await verify(elsewhere, join(cwd, 'r'));
    expect(missing.code).toBe(3);
    expect(missing.stderr).toMatch(/^--data: found no d\.csv beside the run or here, expected /);
    const given = await verify(elsewhere, join(cwd, 'r'), '--data', join(cwd, 'd.csv'));
    expect(given.code).toBe(0);
    const other = await verify(cwd, 'r', '--data', 'other.csv');
    expect(other.code).toBe(3);
    expect(other.stderr).toMatch(
      /^other\.csv: found other content \(SHA-256 [0-9a-f]{64}\), expected /,
    );
  });
});
