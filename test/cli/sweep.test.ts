import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanewise, MAIN, SMALL, workFolder } from './harness.js';

const sweep = (cwd: string, ...flags: string[]) => lanewise(['sweep', ...SMALL, ...flags], { cwd });
const runsIn = (cwd: string) =>
  readdirSync(join(cwd, 'runs')).filter((name) => name !== 'journal.ndjson');
const onlyRun = (cwd: string) => join(cwd, 'runs', runsIn(cwd)[0]);

describe('a sweep', () => {
  test('writes its folder; results on stdout, progress on stderr', async () => {
    const cwd = workFolder();
    const { code, stdout, stderr } = await sweep(cwd);
    expect(code).toBe(0);
    const folder = onlyRun(cwd);
    const { name, configHash } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8'));
    expect(folder).toBe(join(cwd, 'runs', `${name}-${configHash}`));
    expect(readdirSync(folder).sort()).toEqual([
      'aggregate.csv',
      'curves.csv',
      'figures',
      'inspection.json',
      'manifest.json',
      'report.html',
      'results.csv',
      'results.json',
      'summary.md',
      'variants.csv',
    ]);
    expect(stdout).toMatch(/^network {2}params/);
    expect(stdout).toContain(`written to ${join('runs', `${name}-${configHash}`)}\n`);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^1\/4 4-[23]-1 seed 4[23]: train \S+, test \S+$/);
    expect(lines[4]).toMatch(/^\d+ threads?, parallel efficiency \d+ %, idle \d+ %$/);
    expect(stderr).not.toContain('\u001b');
  });

  test('--quiet prints the folder and nothing else', async () => {
    const cwd = workFolder();
    const { code, stdout, stderr } = await sweep(cwd, '--quiet', '--out', 'here');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'here\n', stderr: '' });
    expect(existsSync(join(cwd, 'here', 'results.json'))).toBe(true);
  });

  test('--json prints results.json and nothing else', async () => {
    const cwd = workFolder();
    const { stdout } = await sweep(cwd, '--json', '--out', 'here');
    expect(stdout).toBe(readFileSync(join(cwd, 'here', 'results.json'), 'utf8'));
  });

  test('--json=FILE writes it there; the next word is a config file', async () => {
    const cwd = workFolder({ 'c.yaml': 'name: mine\n' });
    const { stdout } = await sweep(cwd, '--json=copy.json', 'c.yaml');
    expect(stdout).toContain('written to');
    expect(JSON.parse(readFileSync(join(cwd, 'copy.json'), 'utf8')).name).toBe('mine');
  });

  test('draws the best network, and leaves nothing of it where a run was stopped', async () => {
    const cwd = workFolder();
    const flags = ['--kind', 'moons', '--loss', 'softmax-cross-entropy', '--out', 'r', '--quiet'];
    await sweep(cwd, ...flags);
    const inspection = () => JSON.parse(readFileSync(join(cwd, 'r', 'inspection.json'), 'utf8'));
    expect(inspection()).toMatchObject({ schema: 'lanewise/inspection@1', network: { seed: 42 } });
    expect(readdirSync(join(cwd, 'r', 'figures'))).toContain('decision-boundary.svg');
    const summary = readFileSync(join(cwd, 'r', 'summary.md'), 'utf8');
    expect(summary).toContain('](figures/decision-boundary.svg)');
    expect(summary).toContain('`inspection.json`');
    await sweep(cwd, ...flags, '--time-limit', '0.000001');
    expect(readdirSync(join(cwd, 'r'))).not.toContain('inspection.json');
    expect(readdirSync(join(cwd, 'r', 'figures'))).not.toContain('decision-boundary.svg');
  });

  test('a name cannot lead out of runs/', async () => {
    const cwd = workFolder();
    await sweep(cwd, '--name', '../../$(x) é/..');
    expect(runsIn(cwd)[0]).toMatch(/^x-é-[0-9a-f]{8}$/);
  });

  test('paths in a config are relative to it', async () => {
    const cwd = workFolder();
    mkdirSync(join(cwd, 'sub'));
    const rows = Array.from({ length: 20 }, (_, i) => `${i / 20},${i / 10}`);
    writeFileSync(join(cwd, 'sub', 'd.csv'), `a,b\n${rows.join('\n')}\n`);
    writeFileSync(join(cwd, 'sub', 'c.yaml'), 'data: { kind: csv, file: d.csv }\n');
    const flags = [
      '--widths',
      '2',
      '--seeds',
      '1',
      '--batch-size',
      '4',
      '--epochs',
      '2',
      '--quiet',
    ];
    const { code, stderr } = await lanewise(['sweep', 'sub/c.yaml', ...flags], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('does not crash when nobody reads on', () => {
    const cwd = workFolder();
    const command = `"$0" "$1" sweep ${SMALL.join(' ')} --json | head -c 10; echo "\${PIPESTATUS[0]}"`;
    const out = execFileSync('bash', ['-c', command, process.execPath, MAIN], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(out.toString()).toBe('{\n  "schem0\n');
    expect(existsSync(join(onlyRun(cwd), 'results.json'))).toBe(true);
  });
});

describe('a folder that holds something', () => {
  test('the same config may be written again, another may not', async () => {
    const cwd = workFolder();
    const out = ['--out', 'r', '--quiet'];
    await sweep(cwd, ...out);
    const text = readFileSync(join(cwd, 'r', 'results.json'), 'utf8');
    expect(await sweep(cwd, ...out)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'r', 'results.json'), 'utf8')).toBe(text);

    const refused = await sweep(cwd, ...out, '--epochs', '4', '--optimizer', 'sgd');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /^r: found a run of another configuration \(.*training\.epochs 3, now 4.*\); --force overwrites it\n$/,
    );
    expect(refused.stderr).toContain('training.optimizer.name "adam", now "sgd"');
    expect(readFileSync(join(cwd, 'r', 'results.json'), 'utf8')).toBe(text);

    writeFileSync(join(cwd, 'r', 'notes.txt'), 'mine');
    const forced = await sweep(cwd, ...out, '--widths', '5', '--force');
    expect(forced.code).toBe(0);
    expect(readdirSync(join(cwd, 'r'))).toContain('notes.txt');
    const networks = readdirSync(join(cwd, 'r', 'figures')).filter((name) =>
      name.startsWith('network'),
    );
    expect(networks).toEqual(['network-4-5-1.svg']);
  });

  test('what a killed run left behind is no obstacle', async () => {
    const cwd = workFolder();
    mkdirSync(join(cwd, 'r'));
    writeFileSync(join(cwd, 'r', '.results.json.123.tmp'), '{');
    writeFileSync(join(cwd, 'r', 'manifest.json'), '{}');
    expect(await sweep(cwd, '--out', 'r', '--quiet')).toMatchObject({ code: 0, stderr: '' });
  });
});
