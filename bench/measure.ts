import { Bench } from 'tinybench';
import type { BenchCase } from './case.js';

export interface Measured {
  name: string;
  /** One run of the WASM path: the median of the samples of the quietest round. */
  microseconds: number;
  /** 0 where nothing is multiplied. */
  gflops: number;
  /** Pure-JS time over WASM time. */
  versusReference: number;
  /** Time of Math.* over WASM time. */
  versusMath?: number;
}

/** Every sample holds at least so much work, so that the clock and the loop do not count. */
const SAMPLE_MS = 1;
/** Per case and backend. */
const BUDGET_MS = 500;
const ROUNDS = 5;

type Way = 'wasm' | 'js' | 'math';

/** Times all ways in turns, so that a slow spell of the machine hits all. */
export async function measure(each: BenchCase): Promise<Measured> {
  const { name, flops } = each;
  const runs = await prepareAll(each);
  const repeats = runs.map(([, run]) => calibrate(run));
  const best: Partial<Record<Way, number>> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: BUDGET_MS / ROUNDS, iterations: 3, warmup: false });
    runs.forEach(([way, run], i) => {
      bench.add(way, () => repeat(run, repeats[i]));
    });
    await bench.run();
    runs.forEach(([way], i) => {
      const { result } = bench.getTask(way)!;
      if (result.state !== 'completed') throw new Error(`${name} on ${way}: ${result.state}`);
      const us = (1000 * result.latency.p50) / repeats[i];
      best[way] = Math.min(best[way] ?? us, us);
    });
  }
  const wasm = best.wasm!;
  const gflops = flops / wasm / 1000;
  return {
    name,
    microseconds: digits(wasm),
    gflops: digits(gflops),
    versusReference: digits(best.js! / wasm),
    ...(best.math && { versusMath: digits(best.math / wasm) }),
  };
}

async function prepareAll({ prepare, math }: BenchCase): Promise<[Way, () => void][]> {
  const both: [Way, () => void][] = [
    ['wasm', await prepare('wasm')],
    ['js', await prepare('js')],
  ];
  return math ? [...both, ['math', math()]] : both;
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

/** Four significant digits: more is noise. */
function digits(value: number): number {
  return Number(value.toPrecision(4));
}
