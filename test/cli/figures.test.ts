import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectRefusal, lanewise, SMALL, workFolder } from './harness.js';

/** Every file below a folder: path → content. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );
}

const READ = ['results.json', 'manifest.json', 'inspection.json'];

/** Sweeps of each kind of figure: quantities, two inputs of classes, a grid. */
const SWEEPS = {
  quantities: SMALL,
  classes: [
    ...['--kind', 'moons', '--loss', 'softmax-cross-entropy', '--train', '60', '--test', '30'],
    ...['--widths', '4', '--seeds', '2', '--epochs', '3', '--batch-size', '20'],
  ],
  grid: [...SMALL, '--grid', 'learning-rate=0.001..1:4', '--grid', 'optimizer=sgd,adam'],
};

describe.each(Object.entries(SWEEPS))('figures of %s', (_, flags) => {
  let cwd: string;
  let written: Map<string, string>;
  beforeAll(async () => {
    cwd = workFolder();
    const { code } = await lanewise(['sweep', ...flags, '--out', 'r', '--quiet'], { cwd });
    expect(code).toBe(0);
    written = filesOf(join(cwd, 'r'));
  });

  test('are the bytes that the sweep wrote, in another folder', async () => {
    const found = await lanewise(['figures', 'r', '--out', 'again'], { cwd });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    const expected = new Map([...written].filter(([path]) => !READ.includes(path)));
    expect(filesOf(join(cwd, 'again'))).toEqual(expected);
    expect(found.stdout).toBe(`written to again: ${expected.size} files\n`);
  });

  test('come back in the folder of the run, which keeps what they are drawn from', async () => {
    for (const path of written.keys()) if (!READ.includes(path)) rmSync(join(cwd, 'r', path));
    const found = await lanewise(['figures', 'r/results.json'], { cwd });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(filesOf(join(cwd, 'r'))).toEqual(written);
  });
});

describe('what is not there', () => {
  async function trained(): Promise<string> {
    const cwd = workFolder();
    const { code } = await lanewise(['sweep', ...SMALL, '--out', 'r', '--quiet'], { cwd });
    expect(code).toBe(0);
    return cwd;
  }

  test('is said, and the rest is drawn', async () => {
    const cwd = await trained();
    for (const name of ['manifest.json', 'inspection.json']) rmSync(join(cwd, 'r', name));
    const found = await lanewise(['figures', 'r', '--out', 'again'], { cwd });
    expect(found.code).toBe(0);
    expect(found.stderr.split('\n')).toEqual([
      'found no manifest.json: not drawn: timeline, machine',
      'found no inspection.json: not drawn: a look inside the best network',
      '',
    ]);
    const files = filesOf(join(cwd, 'again'));
    expect(files.has('figures/timeline.svg')).toBe(false);
    expect(files.has('figures/predicted-vs-true.svg')).toBe(false);
    for (const [, path] of files.get('summary.md')!.matchAll(/\]\(([^)]+)\)/g)) {
      expect(files.has(path), path).toBe(true);
    }
  });

  test('nor an inspection of another run', async () => {
    const cwd = await trained();
    const file = join(cwd, 'r', 'inspection.json');
    const other = readFileSync(file, 'utf8').replace(/"configHash": "\w+"/, '"configHash": "0"');
    writeFileSync(file, other);
    const found = await lanewise(['figures', 'r', '--out', 'again'], { cwd });
    expect(found.stderr).toMatch(/^r\/inspection\.json: found that of "0", expected that of \w+;/);
    expect(readFileSync(file, 'utf8')).toBe(other);
  });

  test.each<[string, (results: Record<string, unknown[]>) => void, RegExp]>([
    [
      'a status',
      ({ runs }) => Object.assign(runs[0]!, { status: 'x' }),
      /"runs\.0\.status": found "x", expected done, diverged, failed or interrupted/,
    ],
    [
      'curves',
      ({ runs }) => Object.assign(runs[1]!, { history: 3 }),
      /"runs\.1\.history": found 3, expected/,
    ],
    [
      'an aggregate',
      ({ aggregate }) => aggregate.reverse(),
      /found an aggregate of other variants/,
    ],
    [
      'a network',
      ({ networks }) => networks.pop(),
      /found no network "4-3-1", which "4-3-1" names/,
    ],
    [
      'a config',
      (results) => Object.assign(results, { config: { data: {}, seeds: 0 } }),
      /config: seeds: found 0, expected/,
    ],
  ])('nor %s that results must have', async (_, spoil, message) => {
    const cwd = await trained();
    const file = join(cwd, 'r', 'results.json');
    const results = JSON.parse(readFileSync(file, 'utf8'));
    spoil(results);
    writeFileSync(file, JSON.stringify(results));
    const before = filesOf(join(cwd, 'r'));
    const found = await lanewise(['figures', 'r'], { cwd });
    expect(found).toMatchObject({ code: 2, stdout: '' });
    expect(found.stderr).toMatch(message);
    for (const line of found.stderr.trimEnd().split('\n'))
      expect(line).toMatch(/^r\/results\.json: /);
    expect(filesOf(join(cwd, 'r'))).toEqual(before);
  });
});

describe('what is refused', () => {
  test('no run, or several', async () => {
    await expectRefusal(
      ['figures'],
      ['figures: found 0 arguments, expected one: the folder of a run'],
    );
    await expectRefusal(
      ['figures', 'a', 'b', '--out', ''],
      [
        'figures: found 2 arguments, expected one: the folder of a run',
        '--out: found "", expected a folder',
      ],
    );
    await expectRefusal(
      ['figures', 'r'],
      ['r: found no such file, expected the results.json of a run'],
    );
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{"schema"', /^r\.json:1:10: found the end of the file, expected :$/],
    ['no results', '[]', /^r\.json: found no results of a sweep, expected lanewise\/results@1$/],
    ['another schema', '{"schema": "x@2"}', /^r\.json: found schema "x@2", expected/],
  ])('%s', async (_, text, line) => {
    await expectRefusal(['figures', 'r.json'], [line], { files: { 'r.json': text } });
  });

  test('a folder of something else', async () => {
    const cwd = workFolder();
    await lanewise(['sweep', ...SMALL, '--out', 'r', '--quiet'], { cwd });
    const other = workFolder({ 'mine.txt': 'mine' });
    const refused = await lanewise(['figures', 'r', '--out', other], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/found mine\.txt, which no run has written/);
    expect(readdirSync(other)).toEqual(['mine.txt']);
    const forced = await lanewise(['figures', 'r', '--out', other, '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(readFileSync(join(other, 'mine.txt'), 'utf8')).toBe('mine');
  });
});
