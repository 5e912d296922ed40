/**
 * `npm run test:digest`: trains the matrix of networks on every engine and compares the bits with
 * those in expected.json, which hold for every machine. One line for each engine; the last is
 * `N passed, N failed`. An engine that is missing has failed. `-- --update` writes expected.json: a
 * change of it is a change of everybody's results.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadKernels } from '../../src/kernels/node.js';
import { digestAlone } from './alone.js';
import type { Digests } from './digest.js';
import { digestPage } from './pages.js';
import { digestSweeps } from './sweeps.js';
import { digestTeams } from './teams.js';

const ENGINE = fileURLToPath(new URL('engine.ts', import.meta.url));

const EXPECTED = fileURLToPath(new URL('expected.json', import.meta.url));
if (process.argv.includes('--update')) {
  const digests = await digestAlone(await loadKernels());
  writeFileSync(EXPECTED, `${JSON.stringify(digests, null, 2)}\n`);
}
const expected: Digests = JSON.parse(readFileSync(EXPECTED, 'utf8'));
let failed = 0;
let passed = 0;

/** Sweeps tell curves only; everything else is compared with its weights. */
async function check(name: string, run: () => Promise<Digests | string>): Promise<void> {
  const start = performance.now();
  const { ok, text } = await run().then(judge, (error: Error) => ({
    ok: false,
    text: error.message,
  }));
  if (ok) passed++;
  else failed++;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${text}  ${name} (${seconds} s)`);
}

function judge(found: Digests | string): { ok: boolean; text: string } {
  if (typeof found === 'string') return { ok: found === expected.curves, text: `curves ${found}` };
  const ok = found.all === expected.all && found.curves === expected.curves;
  return { ok, text: `all    ${found.all}` };
}

/** Another Node comes as an npm package; this one is at hand. */
async function digestNode(version: string, backend: 'wasm' | 'js'): Promise<Digests> {
  const isThis = process.versions.node.startsWith(`${version}.`);
  const [file, ...start] = isThis ? [process.execPath] : ['npx', '-y', `node@${version}`];
  const { stdout } = await promisify(execFile)(file, [
    ...start,
    '--import',
    'tsx',
    ENGINE,
    backend,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

for (const version of ['20', '22', '24']) {
  await check(`Node ${version}, WASM`, () => digestNode(version, 'wasm'));
  await check(`Node ${version}, pure JS`, () => digestNode(version, 'js'));
}
for (const threads of [1, 2, 3, 7]) {
  await check(`sweeps on ${threads} thread${threads > 1 ? 's' : ''}, WASM`, () =>
    digestSweeps(threads, 'wasm'),
  );
}
await check('sweeps on 2 threads, pure JS', () => digestSweeps(2, 'js'));
for (const size of [2, 3, 7]) await check(`teams of ${size}, WASM`, () => digestTeams(size));
await check('Chromium, shared memory', () => digestPage(true));
await check('Chromium, unshared memory', () => digestPage(false));

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
