import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportCommand } from '../../src/cli/export-command.js';
import { decodeModel } from '../../src/model/decode.js';
import { toJson } from '../../src/model/to-json.js';
import { toOnnx } from '../../src/model/to-onnx.js';
import { lanewise, MAIN, workFolder } from './harness.js';

let cwd: string;
const run = (...args: string[]) => lanewise(['export', ...args], { cwd });
const bytesOf = (name: string) => readFileSync(join(cwd, name));

beforeAll(async () => {
  cwd = workFolder();
  const small = ['--widths', '3', '--seeds', '1', '--epochs', '2', '--quiet'];
  await lanewise(['sweep', ...small, '--save-models', '--out', 'r'], { cwd });
  writeFileSync(join(cwd, 'm.safetensors'), bytesOf('r/models/4-3-1-seed42.safetensors'));
}, 60_000);

describe('export', () => {
  test('by the name of the file, or as --format says', async () => {
    const model = decodeModel(bytesOf('m.safetensors'));
    expect(await run('r', '--out', 'm.onnx')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(bytesOf('m.onnx')).toEqual(Buffer.from(toOnnx(model)));
    await run('m.safetensors', '--out', 'm.txt', '--format', 'json');
    expect(bytesOf('m.txt').toString()).toBe(toJson(model));
    await run('r/models', '--out', 'again.safetensors');
    expect(bytesOf('again.safetensors')).toEqual(bytesOf('m.safetensors'));
  });

  test('to stdout, bytes included', () => {
    const args = [MAIN, 'export', 'm.safetensors', '--format'];
    const stdout = (format: string) => execFileSync(process.execPath, [...args, format], { cwd });
    expect(stdout('safetensors')).toEqual(bytesOf('m.safetensors'));
    expect(JSON.parse(stdout('json').toString()).inputs).toBe(4);
  });

  test.each<[string, string[], number, string[]]>([
    ['no model', [], 2, ['export: found 0 arguments, expected one: a model']],
    ['no format', ['r'], 2, ['--format: found none, expected onnx, json or safetensors']],
    [
      'an unknown one',
      ['r', '--out', 'm.pt'],
      2,
      ['--format: found none for a file .pt, expected onnx, json or safetensors'],
    ],
    [
      'all at once',
      ['none', '--format', 'onxx', '--out', 'nowhere/m'],
      2,
      [
        'none: found no such file, expected a model (.safetensors) or the folder of a run',
        '--format: found "onxx", expected onnx, json or safetensors; did you mean onnx?',
        expect.stringMatching(/^--out: found no folder .*nowhere, expected one for the file$/),
      ],
    ],
    [
      'a file that is there',
      ['r', '--out', 'm.safetensors'],
      2,
      ['--out: found m.safetensors already there; --force overwrites it'],
    ],
    [
      'the model itself',
      ['m.safetensors', '--out', 'm.safetensors', '--force'],
      2,
      ['--out: found m.safetensors, which is read, expected another file'],
    ],
    [
      'no model in it',
      ['r/results.json', '--format', 'json'],
      3,
      ['r/results.json: found no safetensors header, expected a safetensors file'],
    ],
  ])('%s', async (_, args, code, lines) => {
    const found = await run(...args);
    expect(found).toMatchObject({ code, stdout: '' });
    expect(found.stderr.trimEnd().split('\n')).toEqual(lines);
  });

  test('no bytes to a terminal', async () => {
    const values = { format: 'onnx' };
    const invocation = { values, operands: [join(cwd, 'm.safetensors')], problems: [] };
    const terminal = { isTTY: true } as NodeJS.WriteStream;
    await expect(exportCommand(invocation, terminal)).rejects.toThrow(
      '--out: found a terminal, expected a file for onnx: --out FILE, or > FILE',
    );
  });
});
