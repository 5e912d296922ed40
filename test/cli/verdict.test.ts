import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/verdict/judge.js';
import { FIXTURES, made, PEAK, sweepOf } from '../verdict/sweeps.js';
import { expectRefusal, lanewise, workFolder } from './harness.js';

const verdict = (cwd: string, ...args: string[]) => lanewise(['verdict', ...args], { cwd });

/** Errors as CSV, rows of a size together. */
function csvOf({ params, test: tests, train }: ReturnType<typeof made>): string {
  const rows = params.flatMap((own, size) =>
    tests.map((errors, seed) => [size + 1, own, seed, train[seed][size], errors[size]].join(',')),
  );
  return `size,params,seed,train,test\n${rows.join('\n')}\n`;
}

describe('the fixtures', () => {
  test.each(FIXTURES)('%s, without its verdict', async (_, { verdict: expected, ...fixture }) => {
    const cwd = workFolder({ 'f.json': JSON.stringify(fixture) });
    const found = await verdict(cwd, 'f.json', '--json');
    expect(found).toMatchObject({ code: 0, stderr: '' });
    const printed = JSON.parse(found.stdout);
    expect(Object.keys(printed)).toEqual([
      ...['verdict', 'code', 'reason', 'p', 'effect', 'low', 'high', 'left', 'peak', 'right'],
      ...['threshold', 'firstDescent', 'dropped'],
    ]);
    expect(printed).toEqual(judge(sweepOf({ ...fixture, verdict: {} })));
    expect(printed.verdict).toBe(expected.verdict);
  });
});

describe('verdict', () => {
  const sweep = made({ test: PEAK });
  const flags = ['--noise-variance', '0.5', '--label-variance', '1'];

  test('judges CSV, gzipped or not, and shows the errors of every size', async () => {
    const cwd = workFolder({ 'e.csv': csvOf(sweep) });
    writeFileSync(join(cwd, 'e.csv.gz'), gzipSync(csvOf(sweep)));
    const { code, stdout, stderr } = await verdict(cwd, 'e.csv', ...flags);
    expect([code, stderr]).toEqual([0, '']);
    const [sentence, , head, ...rows] = stdout.trimEnd().split('\n');
    expect(sentence).toMatch(
      /^- Double descent: observed\. The test error rises to a peak at size 5 /,
    );
    expect(head).toMatch(/^size +params +train +test +\[95 %\]$/);
    expect(rows).toHaveLength(8);
    expect(rows[1]).toMatch(/^2 +20 +0\.500 +\d\S+ +\[\S+, \S+\] +least before$/);
    expect(rows[4]).toMatch(/^5 +50 +0\.00100 +\d\S+ +\[\S+, \S+\] +highest, interpolates$/);
    expect(rows[7]).toMatch(/ least after$/);
    expect((await verdict(cwd, 'e.csv.gz', ...flags)).stdout).toBe(stdout);
    const json = await verdict(cwd, '--json', 'e.csv', ...flags);
    expect(JSON.parse(json.stdout)).toEqual(judge(sweep));
  });

  test('says what it assumes, beside the JSON on stderr', async () => {
    const cwd = workFolder({ 'e.csv': csvOf(sweep) });
    const text = await verdict(cwd, 'e.csv');
    expect(text.stdout).toContain('\n- Assumed: The variance of the labels is not known: ');
    const json = await verdict(cwd, 'e.csv', '--json', '--noise-variance', '0.5');
    expect(json.stderr).toBe(
      'assumed: The variance of the labels is not known: no size counts as untrained.\n',
    );
    expect(JSON.parse(json.stdout).code).toBe('observed');
  });

  test('lays flags over the file', async () => {
    const { params, test: tests, train } = sweep;
    const file = { params, test: tests, train, vary: 1, noisevar: 0.5 };
    const cwd = workFolder({ 'e.json': JSON.stringify(file) });
    expect(JSON.parse((await verdict(cwd, 'e.json', '--json')).stdout).threshold).toBe(4);
    const less = await verdict(cwd, 'e.json', '--json', '--noise-variance', '0.009');
    expect(JSON.parse(less.stdout)).toMatchObject({ threshold: null, code: 'not-interpolated' });
  });

  test('judges several curves together', async () => {
    const curve = {
      params: sweep.params,
      test: sweep.test,
      train: sweep.train,
      vary: 1,
      noisevar: 0.5,
    };
    const cwd = workFolder({
      'e.json': JSON.stringify([
        { ...curve, name: 'one' },
        { ...curve, name: 'two' },
      ]),
    });
    const { p } = judge(sweep);
    const json = JSON.parse((await verdict(cwd, 'e.json', '--json')).stdout);
    expect(json).toMatchObject([
      { curve: 'one', p: 2 * p! },
      { curve: 'two', p: 2 * p! },
    ]);
    const text = (await verdict(cwd, 'e.json')).stdout;
    expect(text).toMatch(/^- one: Double descent: observed.* by Holm over 2 curves/);
    expect(text).toContain('\n\n- two: Double descent: observed.');
  });

  test('judges the folder of a run as the run itself did', async () => {
    const cwd = workFolder();
    const options = ['--kind', 'product', '--widths', '1,2,3,4,5', '--seeds', '5', '--epochs', '3'];
    const swept = await lanewise(['sweep', ...options, '--out', 'r', '--quiet'], { cwd });
    expect(swept.code).toBe(0);
    const { observations } = JSON.parse(readFileSync(join(cwd, 'r', 'results.json'), 'utf8'));
    const { evidence, text } = observations.find(
      ({ kind }: { kind: string }) => kind === 'double-descent',
    );
    const printed = JSON.parse((await verdict(cwd, 'r', '--json')).stdout);
    expect(evidence).toMatchObject(printed);
    expect((await verdict(cwd, 'r/results.json')).stdout.startsWith(`- ${text}\n`)).toBe(true);
  });

  test('looks for the first character behind white space and a byte order mark', async () => {
    const { params, test: tests, train } = sweep;
    const json = JSON.stringify({ params, test: tests, train, vary: 1, noisevar: 0.5 });
    const blank = '\r\n \t'.repeat(500);
    const cwd = workFolder({
      a: `\uFEFF${blank}${json}`,
      b: `${blank}${csvOf(sweep)}`,
      c: blank,
    });
    expect((await verdict(cwd, 'a')).stdout).toContain('Double descent: observed.');
    expect((await verdict(cwd, 'b', ...flags)).stdout).toContain('Double descent: observed.');
    expect((await verdict(cwd, 'c')).stderr).toMatch(/^c: found an empty file/);
  });

  test('exits with 0 for every verdict', async () => {
    const few = made({ test: PEAK, seeds: 2 });
    const cwd = workFolder({ 'e.csv': csvOf(few) });
    const { code, stdout } = await verdict(cwd, 'e.csv', ...flags, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'inconclusive', code: 'too-few', p: null });
  });
});

describe('bad input', () => {
  test.each<[string[], (string | RegExp)[], number, Record<string, string>]>([
    [[], ['verdict: found 0 arguments, expected one: a file or the folder of a run'], 2, {}],
    [
      ['nowhere.json'],
      ['nowhere.json: found no such file, expected errors as JSON or CSV, or the folder of a run'],
      3,
      {},
    ],
    [['e'], ['e: found an empty file, expected JSON or CSV'], 3, { e: ' \n' }],
    [['e'], [/^e: found .*, expected JSON or CSV$/], 3, { e: '\0\0' }],
    [
      ['e'],
      [/^e:1: found no column size/, /params/, /seed/, /train/, /test/],
      3,
      { e: 'a,b\n1,2\n' },
    ],
    [
      ['e', '--noise-variance', '-1', '--label-variance', 'x', '--fast'],
      [
        'found unknown flag "--fast", expected one that --help lists',
        '--noise-variance: found -1, expected a number from 0',
        '--label-variance: found "x", expected a number above 0',
        'e: params: found nothing, expected the number of parameters of every size',
        'e: test: found nothing, expected a list of errors for every seed',
        'e: train: found nothing, expected a list of errors for every seed',
      ],
      2,
      { e: '{}' },
    ],
    [
      ['e', '--json=x'],
      ['--json: found a value, expected none'],
      2,
      { e: csvOf(made({ test: PEAK })) },
    ],
  ])('%j', async (args, lines, code, files) => {
    await expectRefusal(['verdict', ...args], lines, { code, files });
  });
});

test('--help shows what a file may be', async () => {
  const { code, stdout } = await verdict(workFolder(), '--help');
  expect(code).toBe(0);
  expect(stdout).toContain('columns size, params, seed, train, test');
  expect(stdout).toContain('Exit codes: 0 for every verdict, 2 flags, 3 the file.');
});
