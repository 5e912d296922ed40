/**
 * `npm run bench -- [--only PATTERN] [--json FILE]`: kernels, training steps and a sweep, one
 * thread, WASM beside pure JS and beside the peak of the core, or what memory and divider allow.
 * PATTERN is a regular expression over the names.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchCase } from './case.js';
import { elementwiseCases } from './elementwise.bench.js';
import { gemmCases } from './gemm.bench.js';
import { limitOf, type Pass } from './limits.js';
import { type Measured, measure } from './measure.js';
import { optimizerCases } from './optimizer.bench.js';
import { bestLoop, type Peak } from './peak.js';
import { stepCases } from './step.bench.js';
import { epochCases, sweepCases } from './sweep.bench.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const only = new RegExp(values.only ?? '');
const cases = [
  ...[...stepCases, ...sweepCases, ...epochCases, ...gemmCases, ...elementwiseCases],
  ...optimizerCases,
].filter(({ name }) => only.test(name));
if (cases.length === 0) {
  console.error(`--only: found ${values.only}, expected a pattern that matches a benchmark`);
  process.exit(2);
}

/** Of a pass over memory: its rate, and how near it comes to the limit of memory or divider, 0 to 1. */
type Result = Measured & { ofPeak: number; gbps?: number; ofLimit?: number; limit?: string };
const measured: Result[] = [];
let peak: Peak = await bestLoop();
console.log(`peak ${peak.gflops} GFLOP/s (${peak.loop})`);
console.log(row(['case', 'µs', 'GFLOP/s', 'of peak', '× JS', '× Math']));
for (const each of cases) {
  if (each.pass) {
    measured.push(await measurePass(each, each.pass));
    continue;
  }
  // The clock of a shared machine wanders: the limit is taken just before and just after a case.
  const before = await bestLoop();
  const result = await measure(each);
  const after = await bestLoop();
  for (const loop of [before, after]) if (loop.gflops > peak.gflops) peak = loop;
  const limit = Math.max(before.gflops, after.gflops);
  const ofPeak = Number((result.gflops / limit).toFixed(3));
  measured.push({ ...result, ofPeak });
  const { name, microseconds, gflops, versusReference, versusMath } = result;
  const speed = gflops > 0 ? [gflops.toFixed(1), ofPeak.toFixed(3)] : ['', ''];
  const math = versusMath?.toFixed(1) ?? '';
  console.log(row([name, String(microseconds), ...speed, versusReference.toFixed(1), math]));
}
console.log(`highest peak seen: ${peak.gflops} GFLOP/s (${peak.loop})`);

if (values.json) {
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
  const results = { machine, commit: commit(), peak, cases: measured };
  writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

/** As the loop above, with another limit in place of the peak. */
async function measurePass(each: BenchCase, pass: Pass): Promise<Result> {
  const before = await limitOf(pass);
  const result = await measure(each);
  const after = await limitOf(pass);
  const { microseconds, by } = before.microseconds < after.microseconds ? before : after;
  const gbps = Number((pass.bytes / result.microseconds / 1000).toPrecision(4));
  const ofLimit = Number((microseconds / result.microseconds).toFixed(3));
  console.log(
    row([result.name, String(result.microseconds), '', '', result.versusReference.toFixed(1), '']),
    `${gbps.toFixed(1)} GB/s, ${ofLimit.toFixed(2)} of ${by}`,
  );
  return { ...result, ofPeak: 0, gbps, ofLimit, limit: by };
}

function row([name, ...columns]: string[]): string {
  return [name.padEnd(36), ...columns.map((text) => text.padStart(9))].join(' ');
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
