/**
 * Runs every fixture of a folder on both backends: `npm run test:oracles`. The folder is
 * LANEWISE_ORACLES, or the fixtures of this repository. Exit 1 when one fails or there is none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Comparison, checkFixture } from './check.js';
import type { Fixture } from './fixture.js';

const OWN = fileURLToPath(new URL('../fixtures/pytorch', import.meta.url));
const folder = process.env.LANEWISE_ORACLES || OWN;
const counts = { passed: 0, failed: 0 };

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const fixture: Fixture = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const lines: string[] = [];
  let ok = true;
  for (const backend of ['wasm', 'js'] as const) {
    const comparisons = await checkFixture(fixture, backend).catch((error: Error) => error);
    if (comparisons instanceof Error) {
      ok = false;
      lines.push(`  ${backend} ${comparisons.message}`);
      continue;
    }
    ok &&= comparisons.length >= 3 && comparisons.every(within);
    lines.push(...comparisons.map((comparison) => `  ${backend} ${describe(comparison)}`));
  }
  counts[ok ? 'passed' : 'failed']++;
  console.log([`${ok ? 'passed' : 'FAILED'}  ${file}`, ...lines].join('\n'));
}

if (counts.passed + counts.failed === 0) console.log(`no fixtures in ${folder}`);
if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed`);

function within({ deviation, limit }: Comparison): boolean {
  return deviation <= limit;
}

function describe(comparison: Comparison): string {
  const { key, deviation, limit } = comparison;
  return `${key} ${deviation.toExponential(1)} ${within(comparison) ? '≤' : '>'} ${limit}`;
}
