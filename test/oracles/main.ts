/**
 * Runs every fixture of a folder on both backends: `npm run test:oracles`. The folder is
 * LANEWISE_ORACLES, or the fixtures of this repository. Exit 1 when one fails or there is none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFixture } from './check.js';
import { type Fixture, translate } from './fixture.js';

const OWN = fileURLToPath(new URL('../fixtures/pytorch', import.meta.url));
const folder = process.env.LANEWISE_ORACLES || OWN;
const counts = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const fixture: Fixture = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { missing } = translate(fixture);
  if (missing.length > 0) {
    counts.skipped++;
    console.log(`skipped ${file}: needs ${missing.join(', ')}`);
    continue;
  }
  const lines: string[] = [];
  let ok = true;
  for (const backend of ['wasm', 'js'] as const) {
    for (const { key, deviation, limit } of await checkFixture(fixture, backend)) {
      const good = deviation <= limit;
      ok &&= good;
      lines.push(`  ${backend} ${key} ${deviation.toExponential(1)} ${good ? '≤' : '>'} ${limit}`);
    }
  }
  counts[ok ? 'passed' : 'failed']++;
  console.log([`${ok ? 'passed' : 'FAILED'}  ${file}`, ...lines].join('\n'));
}

if (counts.passed + counts.failed + counts.skipped === 0) {
  console.log(`no fixtures in ${folder}`);
  process.exitCode = 1;
}
if (counts.failed > 0) process.exitCode = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
