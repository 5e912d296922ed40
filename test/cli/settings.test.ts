import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lanewise, workFolder } from './harness.js';

describe.concurrent('--print-config', () => {
  test('prints YAML that loads again to the same', async () => {
    const cwd = workFolder({ 'd.csv': 'a,b\n1,2\n' });
    const flags = [
      '--data',
      'd.csv',
      '--target',
      'b',
      '--networks',
      '2,16-16,linear',
      '--optimizer',
      'momentum',
    ];
    const first = await lanewise(['sweep', ...flags, '--evaluate', 'points:60', '--print-config'], {
      cwd,
    });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(cwd, 'again.yaml'), first.stdout);
    const second = await lanewise(['sweep', 'again.yaml', '--print-config'], { cwd });
    expect(second).toEqual(first);
    expect(first.stdout).toContain(`file: "${join(cwd, 'd.csv')}"`);
    expect(first.stdout).toContain('hidden: [[2], [16, 16], []]');
    expect(first.stdout).toContain('evaluate: { points: 60 }');
  });

  test('flags over file over defaults', async () => {
    const cwd = workFolder({ 'c.yaml': 'seeds: 3\ntraining: { epochs: 7, shuffle: true }\n' });
    const args = ['sweep', 'c.yaml', '--epochs', '9', '--no-shuffle', '--print-config'];
    const { stdout } = await lanewise(args, { cwd });
    expect(stdout).toMatch(/^seeds: 3$/m);
    expect(stdout).toMatch(/^ {2}epochs: 9$/m);
    expect(stdout).toMatch(/^ {2}shuffle: false$/m);
    expect(stdout).toMatch(/^seed: 42$/m);
  });
});

describe.concurrent('--dry-run', () => {
  test('says what would be trained and makes nothing', async () => {
    const cwd = workFolder();
    const { code, stdout, stderr } = await lanewise(['sweep', '--dry-run', '--threads', '2'], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('4-2000-1  12,001 parameters');
    expect(stdout).toContain('10 networks × 10 seeds = 100 runs');
    expect(stdout).toContain('500 training and 50 test samples');
    expect(stdout).toMatch(/2 threads, .+ of memory/);
    expect(stdout).toMatch(/would be written to runs\/assignment-[0-9a-f]{8}\n$/);
  });

  test('with --json for machines', async () => {
    const { stdout } = await lanewise(['sweep', '--dry-run', '--json'], { cwd: workFolder() });
    expect(JSON.parse(stdout)).toMatchObject({
      runs: 100,
      folder: expect.stringContaining('runs'),
    });
  });

  test.for([
    [{ LANEWISE_NUM_THREADS: '1' }, [], '1 thread,'],
    [{ LANEWISE_NUM_THREADS: '1' }, ['--threads', '2'], '2 threads,'],
    [{ LANEWISE_NUM_THREADS: '' }, ['--threads', '2'], '2 threads,'],
  ] as const)('threads: %j %j', async ([env, flags, expected]) => {
    const { stdout } = await lanewise(['sweep', '--dry-run', ...flags], { cwd: workFolder(), env });
    expect(stdout).toContain(expected);
  });
});

test.for(['--help', '--version'])('%s', async (flag) => {
  const { code, stdout, stderr } = await lanewise([flag], { cwd: workFolder() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(flag === '--help' ? /Examples:/ : /^\d+\.\d+\.\d+\n$/);
});

test('sweep --help names every setting and exit code', async () => {
  const { stdout } = await lanewise(['sweep', '--help'], { cwd: workFolder() });
  for (const word of ['--widths', '--threads', '--json', 'LANEWISE_NUM_THREADS', 'Exit codes']) {
    expect(stdout).toContain(word);
  }
});
