import { Bench } from 'tinybench';
import type { BenchCase } from './case.js';

export interface Measured {
  name: string;
  /** Median of the WASM path, one run. */
  microseconds: number;
  gflops: number;
  /** Pure-JS time over WASM time, medians of the same session. */
  versusReference: number;
}

/** Every sample holds at least so much work, so that the clock and the loop do not count. */
const SAMPLE_MS = 1;
/** Per case and backend. */
const BUDGET_MS = 400;
const ROUNDS = 3;

/** Times both backends in turns, so that a slow spell of the machine hits both. */
export async function measure({ name, flops, prepare }: BenchCase): Promise<Measured> {
  const runs = { wasm: await prepare('wasm'), js: await prepare('js') };
  const repeats = { wasm: calibrate(runs.wasm), js: calibrate(runs.js) };
  const medians: Record<'wasm' | 'js', number[]> = { wasm: [], js: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: BUDGET_MS / ROUNDS, iterations: 3, warmup: false });
    for (const backend of ['wasm', 'js'] as const) {
      bench.add(backend, () => repeat(runs[backend], repeats[backend]));
    }
    await bench.run();
    for (const backend of ['wasm', 'js'] as const) {
      const result = bench.getTask(backend)!.result;
      if (result.state !== 'completed') throw new Error(`${name} on ${backend}: ${result.state}`);
      medians[backend].push((1000 * result.latency.p50) / repeats[backend]);
    }
  }
  const [wasm, js] = [median(medians.wasm), median(medians.js)];
  return {
    name,
    microseconds: round(wasm),
    gflops: round(flops / wasm / 1000),
    versusReference: round(js / wasm),
  };
}

/** Warms up (tier-up takes about 10 ms of work) and finds how many runs fill a sample. */
function calibrate(run: () => void): number {
  let count = 1;
  for (;;) {
    const began = performance.now();
    repeat(run, count);
    const ms = performance.now() - began;
    if (ms >= 20) return Math.max(1, Math.ceil((SAMPLE_MS * count) / ms));
    count *= 2;
  }
}

function repeat(run: () => void, count: number): void {
  for (let i = 0; i < count; i++) run();
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Four significant digits: more is noise. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
