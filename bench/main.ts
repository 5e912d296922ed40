/**
 * `npm run bench -- [--only PATTERN] [--json FILE]`: kernels, training steps and a sweep, one
 * thread, WASM beside pure JS. PATTERN is a regular expression over the names.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gemmCases } from './gemm.bench.js';
import { type Measured, measure } from './measure.js';
import { stepCases } from './step.bench.js';
import { sweepCases } from './sweep.bench.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const only = new RegExp(values.only ?? '');
const cases = [...stepCases, ...sweepCases, ...gemmCases].filter(({ name }) => only.test(name));
if (cases.length === 0) {
  console.error(`--only: found ${values.only}, expected a pattern that matches a benchmark`);
  process.exit(2);
}

const measured: Measured[] = [];
console.log(
  `${'case'.padEnd(34)} ${'µs'.padStart(10)} ${'GFLOP/s'.padStart(8)} ${'× JS'.padStart(6)}`,
);
for (const each of cases) {
  const result = await measure(each);
  measured.push(result);
  const { name, microseconds, gflops, versusReference } = result;
  console.log(
    `${name.padEnd(34)} ${String(microseconds).padStart(10)} ${gflops.toFixed(1).padStart(8)} ${versusReference.toFixed(1).padStart(6)}`,
  );
}

if (values.json) {
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, commit: commit(), cases: measured }, null, 2)}\n`,
  );
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
