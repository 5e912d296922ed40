import type { Backend } from '../../dist/kernels/contract.js';
import type { BenchCase } from '../case.js';

/** Work of one sample, so that clock and loop do not count, and samples of one figure. */
const SAMPLE_MS = 2;
const SAMPLES = 25;

/** Microseconds of one run: the best of 25 samples, the one least disturbed. */
export async function bestMicroseconds({ prepare }: BenchCase, backend: Backend): Promise<number> {
  const run = await prepare(backend);
  let repeats = 1;
  while (sample(run, repeats) < SAMPLE_MS) repeats *= 2;
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < SAMPLES; i++) best = Math.min(best, sample(run, repeats));
  return Number(((1000 * best) / repeats).toPrecision(4));
}

function sample(run: () => void, repeats: number): number {
  const began = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return performance.now() - began;
}
