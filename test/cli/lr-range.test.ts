import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lanewise, workFolder } from './harness.js';

test('prints the rates that work for each network, and writes nothing', async () => {
  const cwd = workFolder();
  const args = ['lr-range', '--networks', 'linear,8', '--points', '9', '--epochs', '2'];
  const { code, stdout, stderr } = await lanewise([...args, '--seeds', '2', '--quiet'], { cwd });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const [head, first, second, , note] = stdout.split('\n');
  expect(head).toMatch(
    /^network {2,}params {2}loss before {2}lowest after {2}at rate {2}rates that work$/,
  );
  expect(first).toMatch(/^4-1 +5 +[\d.]+ +[\d.]+ +[\d.]+ +[\d.e-]+ to [\d.]+$/);
  expect(second).toMatch(/^4-8-1 +49 /);
  expect(note).toBe('Median training loss after 2 epochs with adam on 2 seeds. Rates that');
  expect(readdirSync(cwd)).toEqual([]);
});

test('--json gives the losses at every rate', async () => {
  const args = ['lr-range', '--networks', '4', '--points', '3', '--from', '0.01', '--to', '1'];
  const { stdout } = await lanewise([...args, '--json', '--quiet'], { cwd: workFolder() });
  const [range] = JSON.parse(stdout);
  expect(range).toMatchObject({ network: '4-4-1', params: 25 });
  expect(range.points.map((point: { learningRate: number }) => point.learningRate)).toEqual([
    0.01, 0.1, 1,
  ]);
});

test('all that is wrong, by flag', async () => {
  const args = ['lr-range', '--from', '0', '--to', '1e-9', '--points', 'x', '--epochs', '0'];
  const { code, stderr, stdout } = await lanewise([...args, '--json=f'], { cwd: workFolder() });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toEqual([
    '--from: found 0, expected a number greater than 0',
    '--points: found "x", expected a whole number from 2 to 1,000',
    '--from: found 0.00001 to 1e-9, expected from below to',
    '--json: found a file, expected none: it goes to stdout',
    '--epochs: found 0, expected a whole number from 1 to 10,000,000',
  ]);
  const varied = await lanewise(['lr-range', '--grid', 'l2=0,1'], { cwd: workFolder() });
  expect(varied.code).toBe(2);
  expect(varied.stderr).toBe(
    'variants: found variants, expected none: only the learning rate varies here\n',
  );
});
