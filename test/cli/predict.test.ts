import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lanewise, workFolder } from './harness.js';

const KINDS = ['ham', 'spam', 'tofu'];

/** Rows of two inputs between an id and a class name. */
function table(count: number, salt: number, header = 'id,weight,price,kind'): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const [a, b] = [(i * 7 + salt) % 31, (i * 11 + salt) % 29];
    return `row${i},${a},${b / 10},${KINDS[(a > 15 ? 1 : 0) + (b > 14 ? 1 : 0)]}`;
  });
  return `${[...(header ? [header] : []), ...rows].join('\n')}\n`;
}

const without = (text: string, column: number) =>
  text.replace(/^.+$/gm, (line) => line.split(',').toSpliced(column, 1).join(','));

let cwd: string;
const predict = (...args: string[]) => lanewise(['predict', ...args], { cwd });
const runIn = (folder: string) =>
  JSON.parse(readFileSync(join(cwd, folder, 'results.json'), 'utf8')).runs[0];

beforeAll(async () => {
  const test = table(40, 3);
  cwd = workFolder({ 'train.csv': table(90, 0), 'test.csv': test, 'new.csv': without(test, 3) });
  const small = ['--widths', '6', '--seeds', '1', '--epochs', '8', '--batch-size', '10', '--quiet'];
  const data = ['--data', 'train.csv', '--test-data', 'test.csv', '--ignore', 'id'];
  const classes = ['--loss', 'softmax-cross-entropy', '--scaling', 'standard'];
  await lanewise(['sweep', ...data, ...classes, ...small, '--save-models', '--out', 'c'], { cwd });
  const folds = ['--folds', '3', '--split', 'stratified', '--encoding', 'label'];
  const dealt = ['--data', 'train.csv', '--ignore', 'id', ...folds, ...classes, ...small];
  await lanewise(['sweep', ...dealt, '--save-models', '--out', 'f'], { cwd });
  const limits = ['--test-fraction', '0.3', '--train-rows', '50'];
  const numbers = ['--ignore', 'id,kind', '--target', 'price', ...limits];
  const rest = ['--data', 'train.csv', ...numbers, '--save-models', '--out', 'n'];
  await lanewise(['sweep', ...rest, ...small], { cwd });
}, 60_000);

describe('predict', () => {
  test('answers rows, and is as right as results.json says', async () => {
    const { code, stdout, stderr } = await predict('c', 'test.csv');
    expect(code).toBe(0);
    const run = runIn('c');
    const [loss, accuracy] = [run.final.test, run.metrics.accuracy.final.test];
    expect(stderr).toContain('rows      40\n');
    expect(stderr).toContain(`loss      ${loss} (softmax-cross-entropy)\n`);
    expect(stderr).toContain(`accuracy  ${accuracy} (`);
    const matrix = stderr.trimEnd().split('\n').slice(-3);
    expect(matrix.map((line) => line.split(/\s+/).slice(1).map(Number))).toEqual(run.confusion);
    expect(matrix.map((line) => line.split(' ')[0])).toEqual(KINDS);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toBe('class,p_ham,p_spam,p_tofu');
    expect(rows).toHaveLength(40);
    const right = table(40, 3)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[3]);
    expect(rows.filter((row, i) => row.split(',')[0] === right[i]).length / 40).toBe(accuracy);
    expect((await predict('c', 'test.csv', '--backend', 'js')).stdout).toBe(stdout);
  });

  test('rows without targets, in any order of columns, with or without a header', async () => {
    const { stdout } = await predict('c', 'test.csv');
    const plain = await predict('c', 'new.csv');
    expect(plain).toEqual({ code: 0, stdout, stderr: '' });
    const text = readFileSync(join(cwd, 'new.csv'), 'utf8');
    const turned = text.replace(/^(.+),(.+),(.+)$/gm, '$3,$2');
    writeFileSync(join(cwd, 'turned.csv'), turned);
    expect((await predict('c', 'turned.csv')).stdout).toBe(stdout);
    writeFileSync(join(cwd, 'bare.csv'), without(text, 0).replace(/^.+\n/, ''));
    expect((await predict('c', 'bare.csv')).stdout).toBe(stdout);
    writeFileSync(join(cwd, 'tests.csv'), table(40, 3, ''));
    const bare = await predict('c', 'tests.csv', '--ignore', '0');
    expect(bare.stdout).toBe(stdout);
    expect(bare.stderr).toContain('accuracy');
  });

  test('rows in other formats', async () => {
    const { stdout } = await predict('c', 'new.csv');
    const rows = readFileSync(join(cwd, 'new.csv'), 'utf8').trimEnd().split('\n').slice(1);
    const x = rows.map((line) => line.split(',').slice(1).map(Number));
    writeFileSync(join(cwd, 'x.json'), JSON.stringify({ x }));
    expect(await predict('c', 'x.json')).toEqual({ code: 0, stdout, stderr: '' });
    const y = x.map(() => 'tofu');
    writeFileSync(
      join(cwd, 'xy.json'),
      JSON.stringify({ train: { x: [[1, 2]], y: ['ham'] }, test: { x, y } }),
    );
    const scored = await predict('c', 'xy.json');
    expect(scored.stdout).toBe(stdout);
    expect(scored.stderr).toMatch(/^rows {6}40\n/);
  });

  test('--set takes the rows that the training did not see', async () => {
    const { stdout, stderr } = await predict('n', 'train.csv', '--set', 'test');
    const { final, metrics } = runIn('n');
    expect(stderr).toBe(
      `rows      27\nloss      ${final.test} (mse)\n` +
        `MAE       ${metrics.mae.final.test}\nR²        ${metrics.r2.final.test}\n`,
    );
    expect(stdout).toMatch(/^output\n(?:-?\d.*\n){27}$/);
    const train = await predict('n', 'train.csv', '--set', 'train', '--json');
    const { rows, loss, mae } = JSON.parse(train.stdout);
    expect({ rows, loss, mae }).toEqual({
      ...{ rows: 50, loss: { name: 'mse', value: final.train } },
      mae: metrics.mae.final.train,
    });
  });

  test('--set takes those of the fold', async () => {
    const { runs } = JSON.parse(readFileSync(join(cwd, 'f', 'results.json'), 'utf8'));
    for (const fold of [0, 2]) {
      const model = `f/models/2-6-3-seed42-fold${fold}.safetensors`;
      const { stdout } = await predict(model, 'train.csv', '--set', 'test', '--json');
      const { rows, loss, accuracy, confusion } = JSON.parse(stdout);
      expect({ rows, loss: loss.value, accuracy, confusion }).toEqual({
        ...{ rows: 30, loss: runs[fold].final.test },
        accuracy: runs[fold].metrics.accuracy.final.test,
        confusion: runs[fold].confusion,
      });
    }
  });

  test('--json and --out', async () => {
    const { code, stdout, stderr } = await predict('c', 'test.csv', '--json', '--out', 'a.json');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('accuracy');
    const run = runIn('c');
    const { predictions, ...found } = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'));
    expect(found).toEqual({
      ...{ model: 'c/models/2-6-3-seed42.safetensors', data: 'test.csv', rows: 40 },
      loss: { name: 'softmax-cross-entropy', value: run.final.test },
      accuracy: run.metrics.accuracy.final.test,
      ...{ classNames: KINDS, confusion: run.confusion },
    });
    expect(predictions).toHaveLength(40);
    expect(Object.keys(predictions[0])).toEqual(['class', ...KINDS.map((name) => `p_${name}`)]);
    const again = await predict('c', 'new.csv', '--out', 'a.json');
    expect(again).toMatchObject({
      code: 2,
      stderr: '--out: found a.json already there; --force overwrites it\n',
    });
    await predict('c', 'new.csv', '--out', 'a.json', '--force');
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toMatch(/^class,/);
  });
});

describe('what cannot be predicted', () => {
  test.each<[string, string[], number, string[]]>([
    [
      'no arguments',
      [],
      2,
      ['predict: found 0 arguments, expected two: a model and a file of rows'],
    ],
    [
      'no model',
      ['none', 'test.csv'],
      2,
      ['none: found no such file, expected a model (.safetensors) or the folder of a run'],
    ],
    [
      'a folder without',
      ['.', 'test.csv'],
      2,
      ['.: found no model in this folder, expected one: sweep with --save-models'],
    ],
    [
      'no model, no rows, wrong flags',
      ['none', 'nope.csv', '--set', 'tset', '--kind', 'xls', '--skip-lines', '-1', '--tagret', 'x'],
      2,
      [
        'found unknown flag "--tagret", expected one that --help lists; did you mean --target?',
        'none: found no such file, expected a model (.safetensors) or the folder of a run',
        '--kind: found "xls", expected csv, idx, npy or json',
        '--set: found "tset", expected train, validation or test; did you mean test?',
        '--skip-lines: found -1, expected a whole number from 0',
        'nope.csv: found no such file, expected rows',
      ],
    ],
    ['no rows', ['c', 'nope.csv'], 3, ['nope.csv: found no such file, expected a CSV file']],
    [
      'a file that is no model',
      ['test.csv', 'test.csv'],
      3,
      ['test.csv: found no safetensors header, expected a safetensors file'],
    ],
    [
      'rows of another width',
      ['c', 'wide.csv'],
      3,
      [
        'wide.csv:1: found 6 columns, expected 2, 3 or 4: 2 inputs of the model, with targets or without',
      ],
    ],
    [
      'JSON of another width',
      ['c', 'wide.json'],
      3,
      ['wide.json: found 3 inputs a row, expected the 2 of the model'],
    ],
    [
      'unknown classes',
      ['c', 'alien.csv'],
      3,
      ['alien.csv: found class "egg", expected one of the model: "ham", "spam", "tofu"'],
    ],
    [
      'targets beside CSV',
      ['c', 'test.csv', '--labels', 'new.csv'],
      2,
      ['--labels: found a file of targets beside csv, expected it beside idx or npy'],
    ],
    [
      'test rows of their own',
      ['c', 'train.csv', '--set', 'test'],
      2,
      ['--set: found a model that was tested on a file of its own, expected that and no --set'],
    ],
    [
      'rows that there were none of',
      ['n', 'train.csv', '--set', 'validation'],
      2,
      ['--set: found no validation rows in the training of the model, expected some'],
    ],
    [
      'the rows themselves as output',
      ['c', 'test.csv', '--out', 'test.csv', '--force'],
      2,
      ['--out: found test.csv, which is read, expected another file'],
    ],
  ])('%s', async (_, args, code, lines) => {
    writeFileSync(join(cwd, 'wide.csv'), '1,2,3,4,5,6\n');
    writeFileSync(join(cwd, 'wide.json'), '{"x": [[1, 2, 3]]}');
    writeFileSync(join(cwd, 'alien.csv'), 'weight,price,kind\n1,2,egg\n3,4,ham\n');
    const found = await predict(...args);
    expect(found).toEqual({ code, stdout: '', stderr: `${lines.join('\n')}\n` });
  });

  test('another file than that of the training', async () => {
    writeFileSync(join(cwd, 'other.csv'), table(91, 0));
    const { code, stderr } = await predict('n', 'other.csv', '--set', 'test');
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^other\.csv: found other content \(SHA-256 \w{64}\), expected the file of/,
    );
  });

  test('one of several models, which are listed; a file that is cut', async () => {
    const [model] = ['c/models/2-6-3-seed42.safetensors'];
    const bytes = readFileSync(join(cwd, model));
    writeFileSync(join(cwd, 'b.safetensors'), bytes);
    writeFileSync(join(cwd, 'a.safetensors'), bytes.subarray(0, 100));
    expect((await predict('.', 'test.csv')).stderr).toBe(
      '.: found 2 models in ., expected one of them: a.safetensors, b.safetensors\n',
    );
    const cut = await predict('a.safetensors', 'test.csv');
    expect(cut.code).toBe(3);
    expect(cut.stderr).toMatch(/^a\.safetensors: found 100 bytes, .* the file is truncated\n$/);
    expect(existsSync(join(cwd, 'runs'))).toBe(false);
  });
});
