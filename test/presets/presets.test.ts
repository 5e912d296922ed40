import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/cli/presets.js';
import type { Results } from '../../src/results/schema.js';
import { lanewise, workFolder } from '../cli/harness.js';
import { type Expected, recordOf, serialise } from './record.js';
import { withTable } from './table.js';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const expectedOf = (name: string) => JSON.parse(text(`examples/${name}.expected.json`)) as Expected;
const onMnist = (name: string) => text(`examples/${name}.yaml`).includes('t10k-images');

/** A few updates of each are enough to see that it runs. */
const SHORT = ['--seeds', '1', '--evaluate', '1', '--quiet'];
/** What is solved at once has one epoch anyhow. */
const epochs = (name: string) =>
  text(`examples/${name}.yaml`).includes('least-squares') ? [] : ['--epochs', '2'];

describe.each(PRESETS)('%s', (name) => {
  const data = onMnist(name) ? process.env.LANEWISE_MNIST : undefined;

  test('has a page with the result that lies beside its config', () => {
    const page = text(`docs/presets/${name}.md`);
    expect(page).toBe(withTable(page, expectedOf(name)));
    expect(existsSync(new URL(`docs/figures/presets/${name}.svg`, root))).toBe(true);
    expect(text('docs/presets.md')).toContain(`[${name}](presets/${name}.md)`);
  });

  test.runIf(!onMnist(name) || data)('runs by its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanewise-'));
    const args = [
      'sweep',
      name,
      ...SHORT,
      ...epochs(name),
      ...(data ? ['--data', data] : []),
      '--out',
      folder,
    ];
    const { code, stderr } = await lanewise(args, { cwd: workFolder() });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { variants } = recordOf(readFileSync(join(folder, 'results.json'), 'utf8'));
    const named = (all: readonly { variant: string }[]) => all.map(({ variant }) => variant);
    expect(named(variants)).toEqual(named(expectedOf(name).variants));
  });

  test.runIf(onMnist(name))('names the files that it needs', async () => {
    const { code, stderr } = await lanewise(['sweep', name], { cwd: workFolder() });
    expect(code).toBe(3);
    expect(stderr).toContain('t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz');
    expect(stderr).toContain('--data FOLDER');
  });
});

test('the default sweep gives what lies beside its config, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanewise-'));
  await lanewise(['sweep', 'assignment', '--out', folder, '--quiet'], { cwd: workFolder() });
  const found = recordOf(readFileSync(join(folder, 'results.json'), 'utf8'));
  expect(serialise(found)).toBe(text('examples/assignment.expected.json'));
});

describe('what others report', () => {
  test('circles: 85.4 % (82 to 90) of the training, 83 to 84 % of the test points', () => {
    const [{ trainAccuracy, testAccuracy }] = expectedOf('circles').variants;
    expect(trainAccuracy!.mean).toBeGreaterThan(0.844);
    expect(trainAccuracy!.mean).toBeLessThan(0.864);
    expect(trainAccuracy!.low).toBeGreaterThan(0.78);
    expect(trainAccuracy!.high).toBeLessThan(0.92);
    expect(testAccuracy!.mean).toBeGreaterThan(0.82);
    expect(testAccuracy!.mean).toBeLessThan(0.86);
  });

  test('depth against width: sizes within a sixth of what was asked for, and a hundredth', () => {
    for (const { variant, params } of expectedOf('depth-vs-width').variants) {
      const asked = [100, 300, 1000, 3000].map((size) => Math.abs(params / size - 1));
      expect(Math.min(...asked), variant).toBeLessThan(1 / 6 + 0.01);
    }
  });
});

/** Medians of another program, over its own draws of data and weights. */
const REPORTED: [preset: string, variant: string, test: number][] = [
  ['double-descent', '5-1-1', 1.4],
  ['double-descent', '5-5-1', 0.76],
  ['double-descent', '5-14-1', 2.09],
  ['double-descent', '5-400-1', 0.74],
  ['double-descent-linear', '10-1-1', 0.086],
  ['double-descent-linear', '10-12-1', 2.17],
  ['double-descent-linear', '10-400-1', 0.6],
  ['double-descent-assignment', '4-1-1', 0.85],
  ['double-descent-assignment', '4-14-1', 2.52],
  ['double-descent-assignment', '4-400-1', 0.98],
  ['sample-wise', '10-10-1 train=20', 0.62],
  ['sample-wise', '10-10-1 train=100', 2.69],
  ['sample-wise', '10-10-1 train=400', 0.23],
  ['random-features', '4-20-1', 0.64],
  ['random-features', '4-90-1', 4.3],
  ['random-features', '4-100-1', 51],
  ['random-features', '4-200-1', 0.93],
  ['random-features', '4-2000-1', 0.4],
  ['epoch-wise', '120-1', 3.2],
];

describe('double descent', () => {
  test.each(REPORTED)('%s: the test error of %s is about %d', (preset, name, reported) => {
    const { test: found } = expectedOf(preset).variants.find(({ variant }) => variant === name)!;
    expect(reported).toBeGreaterThan(found.q1! / 1.25);
    expect(reported).toBeLessThan(found.q3! * 1.25);
  });

  test.each([
    ['double-descent', 'observed'],
    ['double-descent-linear', 'observed'],
    ['double-descent-assignment', 'observed'],
    ['random-features', 'observed'],
    ['double-descent-noiseless', 'no-peak'],
    ['double-descent-brief', 'not-interpolated'],
    ['double-descent-decay', 'not-interpolated'],
  ])('%s: %s', (preset, code) => {
    expect(expectedOf(preset).verdicts).toEqual([expect.objectContaining({ code })]);
  });

  test('random features peak where they are as many as the training rows', () => {
    expect(expectedOf('random-features').verdicts![0].peak).toBe('4-100-1');
  });

  test('in the number of samples: worst at 100, better with fewer and with more', () => {
    const medians = expectedOf('sample-wise').variants.map(({ test: { median } }) => median!);
    const worst = expectedOf('sample-wise').variants[medians.indexOf(Math.max(...medians))];
    expect(worst.variant).toBe('10-10-1 train=100');
  });

  test('in time: 25 before training, 14.7 after 4 epochs, 18.6 after 64', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanewise-'));
    const args = ['--epochs', '64', '--evaluate', '1', '--quiet', '--out', folder];
    await lanewise(['sweep', 'epoch-wise', ...args], { cwd: workFolder() });
    const { runs } = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;
    const at = (epoch: number) => {
      const losses = runs.map(({ history }) => history.test[epoch]!).sort((a, b) => a - b);
      return losses[Math.floor(losses.length / 2)];
    };
    expect(Math.abs(at(0) / 25 - 1)).toBeLessThan(0.03);
    expect(Math.abs(at(4) / 14.7 - 1)).toBeLessThan(0.05);
    expect(Math.abs(at(64) / 18.6 - 1)).toBeLessThan(0.05);
  });
});

test('an unknown name is told what there is', async () => {
  const { code, stderr } = await lanewise(['sweep', 'circels'], { cwd: workFolder() });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^found no file "circels", expected a config file, or a preset: .*; did you mean circles\?\n$/,
  );
});
