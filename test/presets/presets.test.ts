import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/cli/presets.js';
import { lanewise, workFolder } from '../cli/harness.js';
import { type Expected, recordOf, serialise } from './record.js';
import { withTable } from './table.js';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const expectedOf = (name: string) => JSON.parse(text(`examples/${name}.expected.json`)) as Expected;
const onMnist = (name: string) => text(`examples/${name}.yaml`).includes('t10k-images');

/** A few updates of each are enough to see that it runs. */
const SHORT = ['--seeds', '1', '--epochs', '2', '--evaluate', '1', '--quiet'];

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
    const args = ['sweep', name, ...SHORT, ...(data ? ['--data', data] : []), '--out', folder];
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

test('an unknown name is told what there is', async () => {
  const { code, stderr } = await lanewise(['sweep', 'circels'], { cwd: workFolder() });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^found no file "circels", expected a config file, or a preset: .*; did you mean circles\?\n$/,
  );
});
