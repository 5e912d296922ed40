/**
 * `npm run bench:serve [-- pairs]`: what `--serve` costs while somebody looks on. The same sweep is trained
 * with and without it in turns, and the order of a pair changes from pair to pair, so that a slow spell of
 * the machine hits both. With it a listener reads every event. Compares the bytes of results.json, too.
 * Writes bench/results/serve.json; docs/live.md quotes it.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../src/results/manifest.js';
import { meanInterval } from '../../src/stats/interval.js';
import { sampleOf } from '../../src/stats/sample.js';
import { type Finished, trainOnce } from './train-once.js';

/** Some seconds on two cores: many trainings that end, long ones that are followed. */
const SWEEP = [
  ...['--widths', '2,5,10,20,50,100,200', '--seeds', '5', '--epochs', '2000'],
  ...['--evaluate', 'points:60', '--threads', '2'],
];
const RESULTS = fileURLToPath(new URL('../results/serve.json', import.meta.url));

const pairs = Number(process.argv[2] ?? 12);
const folder = mkdtempSync(join(tmpdir(), 'lanewise-serve-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const [before] = loadavg();
  const plain: Finished[] = [];
  const served: Finished[] = [];
  // The first of each only warms up the files.
  for (let pair = -1; pair < pairs; pair++) {
    for (const isServed of pair % 2 === 0 ? [true, false] : [false, true]) {
      const run = await trainOnce(SWEEP, join(folder, `${pair}-${isServed}`), isServed);
      if (pair >= 0) (isServed ? served : plain).push(run);
    }
    if (pair < 0) continue;
    const [a, b] = [plain[pair], served[pair]];
    const words = [a, b].map(({ manifest, cpuMs }) => `${trainMs(manifest)} ms (cpu ${cpuMs})`);
    const looked = `${b.updates} updates in ${b.liveMs} ms`;
    console.log(`pair ${pair + 1}: without ${words[0]}, with ${words[1]}, ${looked}`);
  }
  const texts = new Set([...plain, ...served].map(({ results }) => results));
  if (texts.size !== 1) throw new Error(`found ${texts.size} different results.json, expected one`);
  const record = {
    cpu: cpus()[0].model,
    cores: cpus().length,
    node: process.version,
    load: [before, loadavg()[0]].map((load) => Number(load.toFixed(1))),
    pairs,
    updates: sampleOf(served.map(({ updates }) => updates)).mean,
    trainMs: Math.round(sampleOf(plain.map(({ manifest }) => trainMs(manifest))).mean),
    train: ratio(served, plain, ({ manifest }) => trainMs(manifest)),
    cpuTime: ratio(served, plain, ({ cpuMs }) => cpuMs),
    // Of the threads' time while they train: what the page itself takes, were all of it taken from them.
    pageShare: mean(served.map(({ manifest, liveMs }) => liveMs / (2 * trainMs(manifest)))),
  };
  writeFileSync(RESULTS, `${JSON.stringify(record, null, 2)}\n`);
  console.log(readFileSync(RESULTS, 'utf8'));
}

/** With Student's 95 % interval. */
function mean(values: number[]) {
  const sample = sampleOf(values);
  const { low, high } = meanInterval(sample);
  return { mean: digits(sample.mean), low: digits(low), high: digits(high) };
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}

function trainMs({ stages }: Manifest): number {
  return Math.round(stages.find(({ name }) => name === 'train')!.ms);
}

/** With over without, pair by pair: the geometric mean and Student's 95 % interval of it. */
function ratio(served: Finished[], plain: Finished[], of: (run: Finished) => number) {
  const sample = sampleOf(served.map((run, at) => Math.log(of(run) / of(plain[at]))));
  const { low, high } = meanInterval(sample);
  return {
    mean: digits(Math.exp(sample.mean)),
    low: digits(Math.exp(low)),
    high: digits(Math.exp(high)),
  };
}
