import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import { lanewise, workFolder } from './harness.js';

// One network that finishes at once, one that would take a minute.
const LONG = [
  'sweep',
  '--widths',
  '2,2000',
  '--seeds',
  '1',
  '--epochs',
  '50000',
  '--evaluate',
  'points:5',
  '--out',
  'r',
];

function results(cwd: string): Results {
  return JSON.parse(readFileSync(join(cwd, 'r', 'results.json'), 'utf8'));
}

describe('a stopped sweep', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s writes what is finished, within a second', async (signal, expected) => {
    const cwd = workFolder();
    let sent = 0;
    const { code, stderr } = await lanewise([...LONG, '--threads', '2'], {
      cwd,
      onStderr(text, kill) {
        if (sent > 0 || !text.includes('4-2-1')) return;
        sent = performance.now();
        kill(signal);
      },
    });
    const took = performance.now() - sent;
    expect(code).toBe(expected);
    expect(took).toBeLessThan(1000);
    expect(stderr).toMatch(/interrupted: 1 of 2 runs are not finished\n.*idle \d+ %\n$/);
    const statuses = results(cwd).runs.map((run) => run.status);
    expect(statuses).toContain('done');
    expect(statuses).toContain('interrupted');
  });

  test('--time-limit exits with 5', async () => {
    const cwd = workFolder();
    const { code, stderr } = await lanewise([...LONG, '--time-limit', '0.5'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toContain('stopped by the time limit');
    expect(readdirSync(join(cwd, 'r'))).toContain('results.json');
    expect(results(cwd).runs.map((run) => run.status)).toContain('interrupted');
  });
});
