import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import { lanewise, workFolder } from './harness.js';

const cwd = workFolder();
const run = (...args: string[]) => lanewise(args, { cwd });
const file = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const results = (folder: string) =>
  JSON.parse(readFileSync(join(cwd, folder, 'results.json'), 'utf8')) as Results;

/** 90 flowers in three clouds; every third goes to the test file. */
function flowers(test: boolean, columns: (kind: number, i: number) => string): string {
  const rows = Array.from({ length: 90 }, (_, i) => i).filter((i) => (i % 3 === 2) === test);
  return rows.map((i) => columns(Math.floor(i / 30), i)).join('\n');
}
const x = (kind: number, i: number) => [kind + ((i * 7) % 11) / 8, ((i * 5) % 13) / 6 - kind];
const words = ['rose', 'lily', 'iris'];

beforeAll(async () => {
  const named = (kind: number, i: number) => `${x(kind, i)[0]},${words[kind]},${x(kind, i)[1]}`;
  file('train.csv', `length,kind,width\n${flowers(false, named)}\n`);
  file('test.csv', `length,kind,width\n${flowers(true, named)}\n`);
  file('bare.csv', `length,width\n${flowers(true, (kind, i) => x(kind, i).join())}\n`);
  const data = ['--data', 'train.csv', '--test-data', 'test.csv', '--target', 'kind'];
  const training = ['--loss', 'softmax-cross-entropy', '--scaling', 'standard', '--epochs', '30'];
  const sweep = [
    '--batch-size',
    '10',
    '--networks',
    '4',
    '--seeds',
    '1',
    '--save-models',
    '--quiet',
  ];
  await run('sweep', ...data, ...training, ...sweep, '--out', 'run');
  const few = ['--networks', '3', '--seeds', '2', '--epochs', '1', '--save-models', '--quiet'];
  await run('sweep', ...few, '--out', 'two');
});

describe('predict', () => {
  test('says the accuracy and the confusion that the sweep says of the same rows', async () => {
    const { code, stdout, stderr } = await run('predict', 'run', 'test.csv', '--json');
    expect(code).toBe(0);
    const { score, classes, probabilities } = JSON.parse(stdout);
    const [recorded] = results('run').runs;
    expect(score.accuracy).toBe(recorded.metrics.accuracy!.final.test);
    expect(score.confusion).toEqual(recorded.confusion);
    expect(classes).toHaveLength(30);
    for (const row of probabilities) {
      expect(row.reduce((sum: number, p: number) => sum + p, 0)).toBeCloseTo(1, 5);
    }
    expect(stderr).toContain(`30 rows: `);
    expect(stderr).toContain('samples by class (row) and answer (column)');
  });

  test('gives the same answers without targets, as CSV, in a file', async () => {
    const whole = await run('predict', 'run', 'test.csv');
    const bare = await run('predict', 'run/models/2-4-3-seed42.safetensors', 'bare.csv');
    expect(bare.stderr).toBe('');
    expect(bare.stdout).toBe(whole.stdout);
    expect(bare.stdout.split('\n')[0]).toBe('class,p_iris,p_lily,p_rose');
    const { stdout } = await run('predict', 'run', 'bare.csv', '--out', 'answers.csv');
    expect(stdout).toBe('');
    expect(readFileSync(join(cwd, 'answers.csv'), 'utf8')).toBe(whole.stdout);
  });

  test('of numbers: errors and R² as recorded', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      ((i * 7) % 23) / 11 - 1,
      ((i * 3) % 17) / 8,
    ]);
    const text = (from: number, to: number) =>
      `a,b,y\n${rows
        .slice(from, to)
        .map(([a, b]) => `${a},${b},${a * a + b}`)
        .join('\n')}\n`;
    file('n.csv', text(0, 40));
    file('m.csv', text(40, 60));
    const data = ['--data', 'n.csv', '--test-data', 'm.csv', '--batch-size', '10'];
    const few = ['--networks', '8', '--seeds', '1', '--save-models', '--quiet', '--out', 'numbers'];
    await run('sweep', ...data, ...few);
    const { stdout, stderr } = await run('predict', 'numbers', 'm.csv', '--json');
    const { score, outputs } = JSON.parse(stdout);
    const [{ final, metrics }] = results('numbers').runs;
    expect(score.mse / final.test!).toBeCloseTo(1, 6);
    expect(score.mae / metrics.mae!.final.test!).toBeCloseTo(1, 6);
    expect(score.r2).toBeCloseTo(metrics.r2!.final.test!, 6);
    expect(outputs).toHaveLength(20);
    expect(stderr).toMatch(/^20 rows: MSE [\d.e-]+, mean absolute error [\d.]+, R² -?[\d.]+\n$/);
  });

  test.each<[string[], number, RegExp]>([
    [[], 2, /^predict: found 0 arguments, expected two: a model and a data file\n$/],
    [['two', 'test.csv'], 2, /^two: found 2 models: .*, expected one file of a model\n$/],
    [['test.csv', 'test.csv'], 3, /^test\.csv: found .*\n$/],
    [['run', 'missing.csv'], 3, /^missing\.csv: found no such file, expected a CSV file\n$/],
    [
      ['run', 'wide.csv'],
      3,
      /^wide\.csv:1: found 5 columns, expected the 2 inputs of the model, with or without the target\n$/,
    ],
    [
      ['run', 'other.csv'],
      3,
      /^other\.csv: found class "tulip", expected one of the model: iris, lily or rose\n$/,
    ],
    [
      ['run', 'test.csv', '--skip-lines', 'x'],
      2,
      /^--skip-lines: found "x", expected a whole number\n$/,
    ],
    [
      ['run', 'test.csv', '--kind', 'xml'],
      2,
      /^--kind: found "xml", expected csv, idx, npy or json\n$/,
    ],
    [['run', 'test.csv', '--labels', 'y'], 2, /^--labels: found together with a file/],
    [['run', 'test.csv', '--out', 'no/where.csv'], 2, /^no\/where\.csv: found no way to write/],
  ])('%j', async (args, expected, message) => {
    file('wide.csv', '1,2,3,4,5\n1,2,3,4,5\n');
    file('other.csv', 'length,kind,width\n1,rose,2\n1,tulip,2\n');
    const { code, stdout, stderr } = await run('predict', ...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
    expect(stdout).toBe('');
  });
});

describe('export', () => {
  test('writes each format, by the name of the file', async () => {
    for (const name of ['m.onnx', 'm.json', 'm.safetensors']) {
      expect(await run('export', 'run', '--out', name)).toMatchObject({ code: 0, stdout: '' });
    }
    const model = readFileSync(join(cwd, 'run/models/2-4-3-seed42.safetensors'));
    expect(readFileSync(join(cwd, 'm.safetensors')).equals(model)).toBe(true);
    const { layers } = JSON.parse(readFileSync(join(cwd, 'm.json'), 'utf8'));
    expect(layers).toHaveLength(2);
    const same = await run('predict', 'm.safetensors', 'test.csv');
    expect(same.stdout).toBe((await run('predict', 'run', 'test.csv')).stdout);
  });

  test.each<[string[], number, string]>([
    [
      [],
      2,
      'export: found 0 arguments, expected one: a model\n--out: found no file, expected one to write\n',
    ],
    [
      ['run', '--out', 'm.onx'],
      2,
      '--out: found format "onx", expected onnx, json or safetensors; did you mean onnx?\n',
    ],
    [
      ['run', '--out', 'm', '--format', 'pb'],
      2,
      '--format: found format "pb", expected onnx, json or safetensors\n',
    ],
  ])('%j', async (args, expected, message) => {
    const { code, stderr } = await run('export', ...args);
    expect(stderr).toBe(message);
    expect(code).toBe(expected);
  });
});
