/**
 * `npm run test:package`: what a user gets. Packs the built package, installs it in an empty
 * project and uses it in every way that is promised. The last line is `N passed, N failed`.
 */
import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { launchChromium } from '../browser/chromium.js';
import { bundleWithEsbuild, bundleWithVite, resultOfExample } from './bundles.js';
import { createProject, type Project } from './project.js';
import { checkTypes } from './types.js';

/** The loss that the examples reach, everywhere to the bit. */
let loss: string;
/** What the model of the examples answers, everywhere. */
let answer: string;

const CHECKS: Record<string, (project: Project) => Promise<void>> = {
  'holds what is promised and no sources': async ({ packed }) => {
    for (const file of [
      'dist/kernels/lanewise.wasm',
      'dist/kernels/lanewise.unshared.wasm',
      'dist/kernels/inline-binary.js',
      'dist/index.d.ts',
      'schema/config.schema.json',
      'examples/data/digits.csv.gz',
      'examples/data/README.md',
      'LICENSE',
    ]) {
      assert.ok(packed.includes(file), file);
    }
    assert.deepEqual(
      packed.filter((file) => /^(src|test|bench|assembly|node_modules)\//.test(file)),
      [],
    );
  },
  'command line': async ({ run }) => {
    assert.match(await run('npx', '--no-install', 'lanewise', '--version'), /^\d+\.\d+\.\d+\n$/);
  },
  'every entry as plain ESM': async ({ run }) => {
    assert.deepEqual(JSON.parse(await run('node', '--no-warnings', 'entries.mjs')), {
      version: true,
      runs: 10,
      sameSurface: true,
      train: 'function',
      slope: 6,
      schema: 'object',
    });
  },
  'example: Node': async ({ run }) => {
    const output = await run('node', 'examples/node/index.mjs');
    assert.match(output, /0\.25 -0\.25 -0\.81 ≈ 0\.2\d -0\.2\d -0\.8\d/);
    loss = /done, loss (\S+)/.exec(output)?.[1] ?? 'none';
    assert.ok(Number(loss) < 1e-3, output);
  },
  'example: Node worker': async ({ run }) => {
    assert.match(await run('node', 'examples/node-worker/index.mjs'), /sum of the product: -7\n/);
  },
  'example: a tape': async ({ run }) => {
    const output = await run('node', 'examples/tape/index.mjs');
    assert.match(output, /^gradients: at most 0 from those of the trainer\n/);
    assert.match(output, /weights after 40 epochs: the same bits\n/);
  },
  'example: a model, in Node': async ({ folder, run }) => {
    const file = new URL('examples/model/circle.safetensors', folder);
    const shipped = await readFile(file);
    assert.match(await run('node', 'examples/model/train.mjs'), /^done, accuracy 1\.000\n$/);
    assert.deepEqual(await readFile(file), shipped);
    const output = await run('node', 'examples/model/index.mjs');
    answer = /^700, 1100: (inside \(inside: 0\.9\d\))$/m.exec(output)?.[1] ?? output;
    assert.match(output, /^700, 700: inside \(inside: 1\.00\)\n1400, 0: outside/);
    assert.match(await readFile(new URL('circle.json', folder), 'utf8'), /"layers": \[/);
  },
  'types, moduleResolution nodenext': (project) => checkTypes(project, 'nodenext'),
  'types, moduleResolution bundler': (project) => checkTypes(project, 'bundler'),
  'example: page and web worker with Vite, in Chromium': async (project) => {
    const folder = await bundleWithVite(project, 'page');
    for (const isolated of [true, false]) {
      const result = await inChromium(folder, isolated);
      assert.match(result, /^done, loss \S+, 0\.5 · 0\.5 ≈ 0\.2\d$/);
      assert.ok(result.includes(`loss ${loss},`), `${result}; in Node ${loss}`);
    }
  },
  'example: a page that asks a model with Vite, in Chromium': async (project) => {
    const folder = await bundleWithVite(project, 'model');
    for (const isolated of [true, false]) {
      assert.equal(await inChromium(folder, isolated), answer);
    }
  },
  'example: inline with esbuild, in Chromium': async (project) => {
    const folder = await bundleWithEsbuild(project);
    for (const isolated of [true, false]) {
      assert.equal(await inChromium(folder, isolated), `done, loss ${loss}`);
    }
  },
};

async function inChromium(folder: URL, isolated: boolean): Promise<string> {
  const browser = await launchChromium();
  try {
    return await resultOfExample(browser, folder, isolated);
  } finally {
    await browser.close();
  }
}

const project = await createProject();
let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  const problem = await check(project).then(
    () => undefined,
    (error: Error) => error,
  );
  if (problem) failed++;
  console.log(problem ? `FAILED ${name}: ${problem.message}` : `ok     ${name}`);
}
await project.remove();
console.log(`${Object.keys(CHECKS).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
