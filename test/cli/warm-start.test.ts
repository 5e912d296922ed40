import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lanewise, workFolder } from './harness.js';

const NETWORK = ['--widths', '5', '--train', '200', '--seeds', '1'];
const resultsIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));

let cwd: string;
const run = (...args: string[]) => lanewise(args, { cwd });
const sweep = (...args: string[]) => run('sweep', ...NETWORK, '--quiet', ...args);

beforeAll(async () => {
  cwd = workFolder();
  await sweep('--save-models', '--epochs', '6', '--out', 'first');
  copyFileSync(
    join(cwd, 'first', 'models', '4-5-1-seed42.safetensors'),
    join(cwd, 'm.safetensors'),
  );
});

describe('--warm-start', () => {
  test('goes on where the model ended, and verifies', async () => {
    const { code, stderr } = await sweep(
      '--warm-start',
      'm.safetensors',
      '--epochs',
      '3',
      '--out',
      'on',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const first = resultsIn(join(cwd, 'first')).runs[0];
    const { runs, config } = resultsIn(join(cwd, 'on'));
    expect([runs[0].history.train[0], runs[0].history.test[0]]).toEqual([
      first.final.train,
      first.final.test,
    ]);
    expect(runs[0].final.train).toBeLessThan(first.final.train);
    expect(config.networks.initial).toEqual({
      name: 'm.safetensors',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await run('verify', 'on', '--quiet', '--backend', 'js')).toMatchObject({ code: 0 });
  });

  test('of a config is relative to it; the model is part of the hash', async () => {
    writeFileSync(join(cwd, 'c.yaml'), 'networks: { hidden: [[5]], initial: m.safetensors }\n');
    const hashOf = async (...flags: string[]) => {
      const { stdout } = await run('sweep', ...flags, '--dry-run', '--json');
      return JSON.parse(stdout).configHash as string;
    };
    const given = await hashOf('c.yaml');
    expect(await hashOf(join(cwd, 'c.yaml'))).toBe(given);
    expect(await hashOf('--widths', '5')).not.toBe(given);
    const { stdout } = await run('sweep', 'c.yaml', '--print-config');
    expect(stdout).toContain(`  initial: "${join(cwd, 'm.safetensors')}"\n`);
  });

  test('verify is told where the model is now, and knows it by its content', async () => {
    await sweep('--warm-start', 'm.safetensors', '--epochs', '1', '--out', 'moved');
    const elsewhere = workFolder({ 'other.safetensors': 'x' });
    const verify = (...flags: string[]) =>
      lanewise(['verify', join(cwd, 'moved'), '--quiet', ...flags], { cwd: elsewhere });
    expect(await verify()).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /^--warm-start: found no m\.safetensors beside the run or here, /,
      ),
    });
    expect(await verify('--warm-start', join(cwd, 'm.safetensors'))).toMatchObject({ code: 0 });
    expect(await verify('--warm-start', 'other.safetensors')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^other\.safetensors: found other content \(SHA-256 /),
    });
  });

  test('every network that does not fit is a line, with what else is wrong', async () => {
    const flags = ['--warm-start', 'm.safetensors', '--scaling', 'standard', '--out', 'no'];
    const found = await run('sweep', '--widths', '5,6,7', ...flags);
    expect(found).toMatchObject({ code: 2, stdout: '' });
    expect(found.stderr.trimEnd().split('\n')).toEqual([
      'networks.hidden: found 4-6-1, expected 4-5-1 as in m.safetensors',
      'networks.hidden: found 4-7-1, expected 4-5-1 as in m.safetensors',
      'data.scaling: found standard, expected none as in m.safetensors',
    ]);
  });

  test('files that lie are told of together', async () => {
    const bytes = readFileSync(join(cwd, 'm.safetensors'));
    writeFileSync(join(cwd, 'short.safetensors'), bytes.subarray(0, -4));
    const found = await run('sweep', '--warm-start', 'short.safetensors', '--data', 'none.csv');
    expect(found).toMatchObject({ code: 3, stdout: '' });
    expect(found.stderr).toMatch(
      /^none\.csv: found no such file, .*\nshort\.safetensors: found .* the file is truncated\n$/,
    );
    expect(await run('sweep', '--warm-start', 'none', '--dry-run')).toMatchObject({
      code: 3,
      stderr: 'none: found no such file, expected a model file of lanewise\n',
    });
  });
});
