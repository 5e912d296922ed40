import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectRefusal, lanewise, SMALL, workFolder } from './harness.js';

async function withRuns() {
  const cwd = workFolder();
  const sweeps = [
    ['--name', 'adam'],
    ['--name', 'sgd', '--optimizer', 'sgd'],
    ['--name', 'both', '--grid', 'optimizer=sgd,adam'],
  ];
  for (const flags of sweeps) await lanewise(['sweep', ...SMALL, ...flags, '--quiet'], { cwd });
  return cwd;
}

const heads = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('-')[0]);

describe('lanewise runs', () => {
  test('lists, sorts and searches', async () => {
    const cwd = await withRuns();
    const runs = (...flags: string[]) => lanewise(['runs', ...flags], { cwd });
    const all = await runs();
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.stdout).toMatch(/^run +date +networks +seeds +best +params +train +test +verdict\n/);
    expect(heads(all.stdout)).toEqual(['both', 'sgd', 'adam']);
    expect(heads((await runs('--sort', 'run')).stdout)).toEqual(['adam', 'both', 'sgd']);
    expect(heads((await runs('--reverse', '--limit', '1')).stdout)).toEqual(['adam']);
    const limited = await runs('--limit', '2');
    expect(limited.stderr).toBe('1 more run: --limit\n');
    expect(heads((await runs('--where', 'optimizer=adam')).stdout)).toEqual(['both', 'adam']);
    const two = await runs('--where', 'optimizer=sgd', '--where', 'networks<3');
    expect(heads(two.stdout)).toEqual(['sgd']);
    const none = await runs('--where', 'width=99');
    expect(none).toMatchObject({ code: 0, stdout: 'none of the 3 runs in runs is such a run\n' });
  });

  test('--json gives a line a run, best first', async () => {
    const cwd = await withRuns();
    const { stdout } = await lanewise(['runs', '--json', '--sort', 'test', 'runs'], { cwd });
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toHaveLength(3);
    const tests = records.map(({ best }) => best.test);
    expect(tests).toEqual([...tests].sort((a, b) => a - b));
    for (const { path, name, best, config } of records) {
      const results = JSON.parse(readFileSync(join(cwd, path, 'results.json'), 'utf8'));
      expect(results).toMatchObject({ name, config });
      const medians = results.aggregate.map(
        (each: { test: { median: number } }) => each.test.median,
      );
      expect(best.test).toBe(Math.min(...medians));
    }
  });

  test('says what it does not list', async () => {
    const cwd = await withRuns();
    const [line] = readFileSync(join(cwd, 'runs', 'journal.ndjson'), 'utf8').split('\n');
    const { folder } = JSON.parse(line);
    rmSync(join(cwd, 'runs', folder), { recursive: true });
    appendFileSync(join(cwd, 'runs', 'journal.ndjson'), '{"cut');
    const { stdout, stderr } = await lanewise(['runs'], { cwd });
    expect(heads(stdout)).toEqual(['both', 'sgd']);
    expect(stderr).toBe(
      '1 run no longer there: --all lists them, too\n' +
        'skipped 1 line of the journal: cut, or not of lanewise\n',
    );
    const all = await lanewise(['runs', '--all'], { cwd });
    expect(all.stdout).toContain(`${folder} (gone)`);
  });

  test('a name cannot steer the terminal', async () => {
    const cwd = await withRuns();
    const journal = join(cwd, 'runs', 'journal.ndjson');
    const record = JSON.parse(readFileSync(journal, 'utf8').split('\n')[0]);
    writeFileSync(journal, `${JSON.stringify({ ...record, folder: 'x\u001b[2J' })}\n`);
    const { stdout, stderr } = await lanewise(['runs', '--all'], { cwd });
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stdout).toContain('x\\u001b[2J');
  });

  test('has nothing to list before the first sweep', async () => {
    const { code, stdout } = await lanewise(['runs'], { cwd: workFolder() });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'no runs in runs: lanewise sweep makes one\n',
    });
  });

  test('refuses what it does not know, all at once', async () => {
    await expectRefusal(
      ['runs', '--sort', 'tets', '--limit', '0', '--where', 'optmizer=x', '--revrse'],
      [
        'found unknown flag "--revrse", expected one that --help lists; did you mean --reverse?',
        /^--sort: found "tets", expected run, .*; did you mean test\?$/,
        '--limit: found 0, expected a whole number from 1',
        /^--where: found unknown "optmizer", .*; did you mean optimizer\?$/,
      ],
    );
    await expectRefusal(
      ['runs', 'nope'],
      ['nope: found no such folder, expected the folder of runs'],
    );
  });
});
