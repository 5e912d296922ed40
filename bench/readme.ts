/**
 * The figures of README.md, taken from the committed benchmark: `npm run bench:readme` writes them,
 * a test compares them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.js';
import type { Peak } from './peak.js';

interface Committed {
  machine: string;
  commit: string;
  peak: Peak;
  /** `ofPeak`: of the fastest loop of products and sums just before and after the case, 0 to 1. */
  cases: (Measured & { ofPeak: number })[];
}

/** Cases in the table, in this order. */
const ROWS = [
  /^step\/4-(2|32|256)-1\/relu\/sgd$/,
  /^step\/4-256-1\/relu\/adam$/,
  /^step\/4-(2|32|256)-1\/sigmoid\/sgd$/,
  /^step\/784-.*\/sgd$/,
  /^sweep\//,
  /^epoch\//,
  /^gemm_n[nt]\/(64x64x64|256x256x256)$/,
];

/** README with its figures replaced by those of the benchmark. */
export function withFigures(readme: string, bench: Committed): string {
  return readme
    .replace(
      /(<!-- bench:table -->\n)[\s\S]*?(<!-- \/bench:table -->)/,
      (_, begin, end) => `${begin}${table(bench)}\n${end}`,
    )
    .replace(/(<!-- bench:(step[^ ]*) -->)[^<]*(<!-- \/bench -->)/g, (_, begin, name, end) => {
      const found = bench.cases.find((each) => each.name === name);
      if (!found) throw new Error(`README names the benchmark ${name}, which was not run`);
      return `${begin}${found.microseconds}${end}`;
    });
}

function table({ machine, commit, peak, cases }: Committed): string {
  const chosen = ROWS.flatMap((pattern) => cases.filter(({ name }) => pattern.test(name)));
  const rows = chosen.map(
    ({ name, microseconds, gflops, ofPeak, versusReference }) =>
      `| \`${name}\` | ${microseconds} | ${gflops.toFixed(1)} | ${ofPeak.toFixed(2)} | ${versusReference.toFixed(1)} × |`,
  );
  return [
    '| case | µs | GFLOP/s | of peak | plain JS |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    '',
    `Measured on ${machine}, commit ${commit}; the peak of a core is ${peak.gflops} GFLOP/s.`,
  ].join('\n');
}

const README = fileURLToPath(new URL('../README.md', import.meta.url));
const BENCH = fileURLToPath(new URL('./results/bench.json', import.meta.url));

/** README as it is and as it should be. */
export function readmeFigures(): { present: string; expected: string } {
  const present = readFileSync(README, 'utf8');
  return { present, expected: withFigures(present, JSON.parse(readFileSync(BENCH, 'utf8'))) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, readmeFigures().expected);
}
