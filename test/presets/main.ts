import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRESETS } from '../../src/cli/presets.js';
import { type Expected, recordOf, serialise } from './record.js';
import { withTable } from './table.js';

/**
 * `npm run presets [-- names] [-- --write]`: runs the presets whole and compares the bytes of their
 * results with those beside them; with `--write` it replaces these, and the figures of their pages.
 * Presets on MNIST need `LANEWISE_MNIST`, the folder of its files.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const cli = join(root, 'dist/cli/main.js');
const write = process.argv.includes('--write');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const mnist = process.env.LANEWISE_MNIST;

/** The figure that the page of a preset shows. */
const FIGURES: Record<string, string> = {
  assignment: 'error-vs-params',
  tutorial: 'loss-panels',
  circles: 'decision-boundary',
  'mnist-small': 'misread',
  digits: 'first-layer',
  'mlp-100': 'accuracy-curves',
  optimizers: 'loss-curves',
  'depth-vs-width': 'heat-depth-params',
  'batch-and-rate': 'heat-batch-size-learning-rate',
  regularisation: 'accuracy-vs-setting',
  'double-descent': 'error-vs-params',
  'double-descent-linear': 'error-vs-params',
  'double-descent-assignment': 'error-vs-params',
  'double-descent-noiseless': 'error-vs-params',
  'double-descent-brief': 'error-vs-params',
  'double-descent-decay': 'error-vs-params',
  'sample-wise': 'error-vs-train',
  'epoch-wise': 'loss-panels',
  'random-features': 'error-vs-params',
};

let failed = 0;
let passed = 0;
for (const name of names.length > 0 ? names : PRESETS) {
  const problem = runPreset(name);
  if (problem === undefined) passed++;
  else failed++;
  console.log(`${name}: ${problem ?? (write ? 'written' : 'the bytes are those expected')}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function runPreset(name: string): string | undefined {
  const config = readFileSync(join(root, `examples/${name}.yaml`), 'utf8');
  const needsMnist = config.includes('t10k-images');
  if (needsMnist && mnist === undefined) return 'set LANEWISE_MNIST to the folder of its files';
  const folder = join(mkdtempSync(join(tmpdir(), 'lanewise-')), name);
  const data = needsMnist ? ['--data', mnist!] : [];
  const args = [cli, 'sweep', name, ...data, '--out', folder, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) return `exit code ${status}: ${stderr}`;
  const record = recordOf(readFileSync(join(folder, 'results.json'), 'utf8'));
  const found = serialise(record);
  const path = join(root, `examples/${name}.expected.json`);
  if (write) {
    writeFileSync(path, found);
    writeTable(name, record);
    return copyFigure(folder, name);
  }
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : 'nothing';
  return expected === found ? undefined : `other results than expected; they are in ${folder}`;
}

function writeTable(name: string, record: Expected): void {
  const page = join(root, `docs/presets/${name}.md`);
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), record));
}

function copyFigure(folder: string, name: string): string | undefined {
  const from = join(folder, 'figures', `${FIGURES[name]}.svg`);
  if (!existsSync(from)) return `there is no ${from}`;
  mkdirSync(join(root, 'docs/figures/presets'), { recursive: true });
  copyFileSync(from, join(root, `docs/figures/presets/${name}.svg`));
  return undefined;
}
