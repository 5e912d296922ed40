import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelsUrl } from '../../src/kernels/node.js';
import { lanewise, workFolder } from './harness.js';

const info = (...args: string[]) => lanewise(['info', ...args], { cwd: workFolder() });

test('says what runs here and how fast', async () => {
  const { code, stdout, stderr } = await info();
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const sha256 = createHash('sha256').update(readFileSync(kernelsUrl)).digest('hex');
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^lanewise {2}\d+\.\d+\.\d+$/),
    expect.stringMatching(/^cpu {7}.+/),
    expect.stringMatching(/^cores {5}\d+ usable, \d+ before container quotas$/),
    expect.stringMatching(new RegExp(`^engine {4}Node ${process.versions.node}, V8 `)),
    expect.stringMatching(/^simd {6}yes, relaxed (yes|no) \(not used\), threads yes$/),
    expect.stringMatching(new RegExp(`^binary {4}lanewise\\.wasm, \\d+ bytes, sha256 ${sha256}$`)),
    expect.stringMatching(/^speed {5}\d+\.\d GFLOP\/s, best 256 × 256 × 256 product/),
    '',
  ]);
});

test('takes no arguments and no flags', async () => {
  const { code, stderr } = await info('now', '--fast');
  expect(code).toBe(2);
  expect(stderr).toMatch(/unknown flag "--fast"[\s\S]*info: found 1 arguments, expected none/);
});
