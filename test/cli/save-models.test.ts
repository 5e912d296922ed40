import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeModel } from '../../src/model/decode.js';
import { lanewise, SMALL, workFolder } from './harness.js';

const sweep = (cwd: string, ...flags: string[]) =>
  lanewise(['sweep', ...SMALL, '--out', 'r', ...flags], { cwd });
const modelsIn = (cwd: string) => readdirSync(join(cwd, 'r', 'models')).sort();
const modelIn = (cwd: string, name: string) =>
  decodeModel(readFileSync(join(cwd, 'r', 'models', name)));

describe('--save-models', () => {
  test('writes every network, and changes nothing else', async () => {
    const cwd = workFolder();
    const { code, stderr } = await sweep(cwd, '--save-models');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^4 models in r\/models$/m);
    expect(modelsIn(cwd)).toEqual([
      '4-2-1-seed42.safetensors',
      '4-2-1-seed43.safetensors',
      '4-3-1-seed42.safetensors',
      '4-3-1-seed43.safetensors',
    ]);
    const text = readFileSync(join(cwd, 'r', 'results.json'), 'utf8');
    const results = JSON.parse(text);
    const { network, origin } = modelIn(cwd, '4-3-1-seed43.safetensors');
    expect(network.layers.map(({ units }) => units)).toEqual([3, 1]);
    const { configHash, config, runs } = results;
    expect(origin).toMatchObject({ configHash, config, variant: '4-3-1', seed: 43 });
    expect(origin.final).toEqual(runs[3].final);

    const plain = workFolder();
    await sweep(plain, '--quiet');
    expect(readFileSync(join(plain, 'r', 'results.json'), 'utf8')).toBe(text);
    expect(readdirSync(join(plain, 'r'))).not.toContain('models');
  });

  test('the files are the same on any number of threads and either backend', async () => {
    const [first, second] = [workFolder(), workFolder()];
    await sweep(first, '--save-models', '--threads', '2');
    await sweep(second, '--save-models', '--threads', '1', '--backend', 'js');
    for (const name of modelsIn(first)) {
      const bytes = (cwd: string) => readFileSync(join(cwd, 'r', 'models', name));
      expect(bytes(first).equals(bytes(second))).toBe(true);
    }
  });

  test('leaves no model of an earlier run, and those of the same run where none are saved', async () => {
    const cwd = workFolder();
    await sweep(cwd, '--save-models');
    await sweep(cwd);
    expect(modelsIn(cwd)).toHaveLength(4);
    expect((await sweep(cwd, '--save-models', '--force', '--seeds', '1')).code).toBe(0);
    expect(modelsIn(cwd)).toHaveLength(2);
    await sweep(cwd, '--force', '--seeds', '3');
    expect(modelsIn(cwd)).toEqual([]);
  });

  test('a network that diverged is not saved, and that is said', async () => {
    const cwd = workFolder();
    const wild = ['--optimizer', 'sgd', '--learning-rate', '1e30', '--save-models', '--quiet'];
    const { code, stderr } = await sweep(cwd, ...wild, '--seeds', '1');
    expect(code).toBe(0);
    expect(stderr).toBe('2 networks not saved: diverged (4-2-1 seed 42 and 4-3-1 seed 42)\n');
  });

  test('of a cross-validation by fold; counted by --dry-run', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i / 20},${i / 10}`).join('\n');
    const cwd = workFolder({ 'd.csv': `${rows}\n` });
    const data = ['--data', 'd.csv', '--folds', '2', '--batch-size', '4', '--train', '9'].slice(
      0,
      6,
    );
    const flags = ['sweep', ...data, '--widths', '2,2000', '--seeds', '1', '--epochs', '1'];
    await lanewise([...flags, '--out', 'r', '--save-models'], { cwd });
    expect(modelsIn(cwd).slice(0, 2)).toEqual([
      '1-2-1-seed42-fold0.safetensors',
      '1-2-1-seed42-fold1.safetensors',
    ]);
    const bytes = async (...more: string[]) => {
      const { stdout } = await lanewise([...flags, '--dry-run', '--json', ...more], { cwd });
      return JSON.parse(stdout).memoryBytes as number;
    };
    const more = (await bytes('--save-models')) - (await bytes());
    expect(more).toBeGreaterThanOrEqual(4 * (6001 + 7));
    expect(more).toBeLessThan(100_000);
  });
});
