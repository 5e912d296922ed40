import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanewise, SMALL, workFolder } from './harness.js';

const sweep = (cwd: string, ...flags: string[]) => lanewise(['sweep', ...SMALL, ...flags], { cwd });

/** A folder in which the sweep was trained, and how to see whether it is trained again. */
async function trained(...flags: string[]) {
  const cwd = workFolder();
  const first = await sweep(cwd, ...flags);
  const folder = readdirSync(join(cwd, 'runs')).find((name) => name !== 'journal.ndjson')!;
  const file = (name: string) => join(cwd, 'runs', folder, name);
  const journal = () =>
    readFileSync(join(cwd, 'runs', 'journal.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
  return { cwd, first, file, journal, folder: join('runs', folder) };
}

const LINE =
  /^not trained again: \S+ has the results since \d{4}-\d\d-\d\d \d\d:\d\d UTC; --force trains again$/;
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)!;

describe('a sweep that was trained before', () => {
  test('is not trained again, and told as if it were', async () => {
    const { cwd, first, file, journal } = await trained();
    const before = statSync(file('results.json')).mtimeMs;
    const again = await sweep(cwd, '--threads', '1');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(lastLine(again.stdout)).toMatch(LINE);
    const without = (text: string) => text.trimEnd().split('\n').slice(0, -1);
    expect(without(again.stdout)).toEqual(without(first.stdout));
    expect(statSync(file('results.json')).mtimeMs).toBe(before);
    expect(journal()).toHaveLength(1);
  });

  test('--json, --quiet and --dry-run speak of it, too', async () => {
    const { cwd, file, folder } = await trained();
    const text = readFileSync(file('results.json'), 'utf8');
    const json = await sweep(cwd, '--json');
    expect(json.stdout).toBe(text);
    expect(lastLine(json.stderr)).toMatch(LINE);
    await sweep(cwd, '--json=copy.json');
    expect(readFileSync(join(cwd, 'copy.json'), 'utf8')).toBe(text);
    expect(await sweep(cwd, '--quiet')).toEqual({ code: 0, stdout: `${folder}\n`, stderr: '' });
    const dry = await sweep(cwd, '--dry-run');
    expect(lastLine(dry.stdout)).toBe(
      `would not be trained, ${folder} has these results; --force trains again`,
    );
    expect(JSON.parse((await sweep(cwd, '--dry-run', '--json')).stdout).reused).toBe(true);
    const forced = await sweep(cwd, '--dry-run', '--json', '--force');
    expect(JSON.parse(forced.stdout).reused).toBe(false);
  });

  test('--force and --out train it', async () => {
    const { cwd, journal, folder } = await trained();
    const forced = await sweep(cwd, '--force');
    expect(lastLine(forced.stdout)).toBe(`written to ${folder}`);
    expect(journal()).toHaveLength(2);
    const out = await sweep(cwd, '--out', folder);
    expect(lastLine(out.stdout)).toBe(`written to ${folder}`);
    expect(journal()).toHaveLength(3);
    const elsewhere = await sweep(cwd, '--out', 'here');
    expect(lastLine(elsewhere.stdout)).toBe('written to here');
    expect(readdirSync(cwd).sort()).toEqual(['here', 'runs']);
  });

  test('another config is another run', async () => {
    const { cwd, journal } = await trained();
    const other = await sweep(cwd, '--epochs', '4');
    expect(lastLine(other.stdout)).toMatch(/^written to/);
    expect(other.stderr).not.toContain('again');
    expect(journal()).toHaveLength(2);
  });

  test('other content of a data file is another run', async () => {
    const rows = (last: number) =>
      `a,b\n${Array.from({ length: 30 }, (_, i) => `${i},${i < 29 ? i / 2 : last}`).join('\n')}\n`;
    const cwd = workFolder({ 'd.csv': rows(14) });
    const flags = ['--widths', '2', '--seeds', '1', '--epochs', '2', '--batch-size', '4'];
    const run = () => lanewise(['sweep', '--data', 'd.csv', ...flags], { cwd });
    await run();
    expect(lastLine((await run()).stdout)).toMatch(LINE);
    writeFileSync(join(cwd, 'd.csv'), rows(15));
    expect(lastLine((await run()).stdout)).toMatch(/^written to/);
  });
});

describe('what is trained again, and why', () => {
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(path, change(readFileSync(path, 'utf8')));

  const CASES: [why: string, change: (file: (name: string) => string) => void][] = [
    [
      'it is of other kernels',
      (file) => edit(file('manifest.json'), (t) => t.replace(/("sha256":")../, '$1zz')),
    ],
    [
      'it is of lanewise 0.0.9',
      (file) => edit(file('manifest.json'), (t) => t.replace('0.1.0', '0.0.9')),
    ],
    ['it has no summary.md', (file) => rmSync(file('summary.md'))],
    ['it has no figures/loss-curves.svg', (file) => rmSync(file('figures/loss-curves.svg'))],
    ...(['results.json', 'manifest.json'] as const).map((name): (typeof CASES)[number] => [
      'its manifest.json is not that of its results.json',
      (file) =>
        edit(file(name), (text) =>
          name === 'results.json' ? text.replace('"train":', '"train": ') : '{}',
        ),
    ]),
  ];

  test.each(CASES)('%s', async (why, change) => {
    const { cwd, file, folder } = await trained();
    const text = readFileSync(file('results.json'), 'utf8');
    change(file);
    const { code, stdout, stderr } = await sweep(cwd);
    expect(code).toBe(0);
    expect(stderr.split('\n')[0]).toBe(`${folder} is trained again: ${why}`);
    expect(lastLine(stdout)).toBe(`written to ${folder}`);
    expect(readFileSync(file('results.json'), 'utf8')).toBe(text);
    expect(lastLine((await sweep(cwd)).stdout)).toMatch(LINE);
  });

  test('runs that were interrupted', async () => {
    const { cwd, folder, journal } = await trained('--time-limit', '0.000001');
    expect(JSON.parse(journal()[0]).runs.interrupted).toBeGreaterThan(0);
    const { stdout, stderr } = await sweep(cwd);
    expect(stderr.split('\n')[0]).toBe(
      `${folder} is trained again: some of its runs were interrupted or failed`,
    );
    expect(lastLine(stdout)).toBe(`written to ${folder}`);
  });

  test('models that are wanted and were not saved, or are gone', async () => {
    const { cwd, file } = await trained();
    const saving = () => sweep(cwd, '--save-models');
    expect((await saving()).stderr).toContain('trained again: it has no models/4-2-1-seed42');
    expect(lastLine((await saving()).stdout)).toMatch(LINE);
    rmSync(file('models/4-3-1-seed43.safetensors'));
    expect(lastLine((await sweep(cwd)).stdout)).toMatch(LINE);
    expect((await saving()).stderr).toContain('trained again: it has no models/4-3-1-seed43');
    // Those of an earlier training stay where one saves none, and are not its own.
    await sweep(cwd, '--force');
    expect((await saving()).stderr).toContain('trained again');
  });

  test('by the kernels of another backend', async () => {
    const { cwd } = await trained('--backend', 'js');
    expect(lastLine((await sweep(cwd, '--backend', 'js')).stdout)).toMatch(LINE);
    expect((await sweep(cwd)).stderr).toContain('is trained again: it is of other kernels');
  });
});

test('a journal that cannot be written costs no results', async () => {
  const cwd = workFolder();
  const journal = join(cwd, 'runs', 'journal.ndjson');
  await sweep(cwd);
  rmSync(journal);
  // As good as a disk on which it may not be written, and for root, too.
  const { mkdirSync } = await import('node:fs');
  mkdirSync(journal);
  const { code, stdout, stderr } = await sweep(cwd, '--force', '--quiet');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^runs\/assignment/);
  expect(stderr).toMatch(/^found no way to write the journal \(EISDIR.*\)\n$/);
});
