import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectRefusal, lanewise, SMALL, workFolder } from './harness.js';

async function withRuns(...runs: [name: string, ...flags: string[]][]) {
  const cwd = workFolder();
  for (const [name, ...flags] of runs) {
    const done = await lanewise(['sweep', ...SMALL, '--quiet', '--out', name, ...flags], { cwd });
    expect(done).toMatchObject({ code: 0, stderr: '' });
  }
  return { cwd, compare: (...flags: string[]) => lanewise(['compare', ...flags], { cwd }) };
}

describe('lanewise compare', () => {
  test('says what differs and by how much, and the same as JSON', async () => {
    const { cwd, compare } = await withRuns(['adam'], ['sgd', '--optimizer', 'sgd']);
    const { code, stdout, stderr } = await compare('adam', join('sgd', 'results.json'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^A {2}adam {2}2 networks, 2 seeds\nB {2}sgd {3}2 networks, 2 seeds\n/);
    expect(stdout).toMatch(/^training\.optimizer\.name +adam +sgd$/m);
    expect(stdout).toMatch(/^network +params +A +B +B \/ A +95 % by t/m);
    expect(stdout).toContain('Paired by seed: 2 seeds with the same data in both.');
    const json = await compare('adam', 'sgd', '--json');
    const { runs, against, scale } = JSON.parse(json.stdout);
    expect({ scale, labels: runs.map(({ label }: { label: string }) => label) }).toEqual({
      scale: 'ratio',
      labels: ['adam', 'sgd'],
    });
    const testsOf = (name: string) => {
      const { runs: trained } = JSON.parse(readFileSync(join(cwd, name, 'results.json'), 'utf8'));
      return trained
        .filter(({ variant }: { variant: string }) => variant === '4-3-1')
        .map(({ final }: { final: { test: number } }) => Math.log(final.test));
    };
    const [a, b] = [testsOf('adam'), testsOf('sgd')];
    const expected = Math.exp((b[0] - a[0] + b[1] - a[1]) / 2);
    expect(against[0].rows[1].estimate).toBeCloseTo(expected, 12);
  });

  test('--out writes a page, over nothing but what is forced', async () => {
    const { cwd, compare } = await withRuns(['a'], ['b', '--epochs', '4']);
    const out = ['a', 'b', '--out', 'c.html'];
    const first = await compare(...out);
    expect(first).toMatchObject({ code: 0, stderr: 'written to c.html\n' });
    const page = readFileSync(join(cwd, 'c.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('lanewise compare a b');
    expect(await compare(...out)).toMatchObject({
      code: 2,
      stderr: '--out: found c.html already there; --force overwrites it\n',
    });
    expect((await compare(...out, '--force')).code).toBe(0);
    expect(readFileSync(join(cwd, 'c.html'), 'utf8')).toBe(page);
    const over = await compare('a', 'b', '--out', join('a', 'results.json'), '--force');
    expect(over.stderr).toContain('which is read, expected another file');
  });

  test('runs of one name are told apart', async () => {
    const { cwd, compare } = await withRuns(['a']);
    mkdirSync(join(cwd, 'x'));
    const { stdout } = await compare('a', './a');
    expect(stdout).toMatch(/^A {2}a {4}2 networks.*\nB {2}\.\/a {2}2 networks/);
    expect((await compare('a', 'a')).stdout).toMatch(/^A {2}a \(1\) .*\nB {2}a \(2\) /);
  });

  test('refuses losses of different kinds, and says what would do', async () => {
    const { compare } = await withRuns(['a'], ['b', '--loss', 'l1']);
    expect(await compare('a', 'b')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'b: found the loss l1 on quantities, expected the loss mse on quantities as in a; --measure mae or r2 compares them\n',
    });
    const { code, stdout } = await compare('a', 'b', '--measure', 'r2');
    expect(code).toBe(0);
    expect(stdout).toContain('B against A: test R²');
  });

  test('refuses what is no run, all at once', async () => {
    await expectRefusal(
      ['compare', 'a'],
      ['compare: found 1 run, expected 2 to 6: folders, or results.json'],
    );
    await expectRefusal(
      ['compare', 'a', 'b', '--measure', 'acuracy', '--out', 'no/c.html'],
      [
        /^--measure: found "acuracy", expected loss, accuracy, mae or r2; did you mean accuracy\?$/,
        /^--out: found no folder /,
      ],
    );
    const broken = '{"schema":"lanewise/results@1","name":3}';
    await expectRefusal(
      ['compare', 'cut.json', 'other.json', 'broken.json', 'none'],
      [
        /^cut\.json:1:\d+: /,
        'other.json: found schema "x", expected lanewise/results@1',
        /^broken\.json: "config": found nothing, expected /,
        /^broken\.json: "datasets"/,
        /^broken\.json: "networks"/,
        /^broken\.json: "variants"/,
        /^broken\.json: "runs"/,
        /^broken\.json: "aggregate"/,
        /^broken\.json: "observations"/,
        'broken.json: "name": found 3, expected a name',
        /^broken\.json: "configHash"/,
        'none: found no such file, expected the results.json of a run, or its folder',
      ],
      {
        code: 3,
        files: { 'cut.json': '{"schema":', 'other.json': '{"schema":"x"}', 'broken.json': broken },
      },
    );
  });

  test('of edited results: every part may be missing, and nothing crashes', async () => {
    const { cwd, compare } = await withRuns(['a']);
    const results = JSON.parse(readFileSync(join(cwd, 'a', 'results.json'), 'utf8'));
    for (const key of Object.keys(results)) {
      const { [key]: _, ...rest } = results;
      writeFileSync(join(cwd, 'edited.json'), JSON.stringify(rest));
      const { code, stderr } = await compare('a', 'edited.json');
      expect([0, 3], key).toContain(code);
      expect(stderr).not.toMatch(/internal error|\bat /);
    }
    const stray = results.variants.map((each: object) => ({ ...each, network: 'x' }));
    writeFileSync(join(cwd, 'edited.json'), JSON.stringify({ ...results, variants: stray }));
    expect((await compare('a', 'edited.json')).stderr).toBe(
      'edited.json: found variant 4-2-1 of the network x, expected one of networks\n',
    );
    expect(existsSync(join(cwd, 'runs'))).toBe(false);
  });
});
