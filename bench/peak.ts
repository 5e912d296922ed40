/** The speed that no kernel can pass, measured in the same run as the kernels. */
import { compileLoops } from './compile.js';

/** Does `count` rounds; returns their FLOP. */
type Loop = (count: number) => number;

const SAMPLE_MS = 1;
const SAMPLES = 60;

let loops: Promise<[string, Loop][]> | undefined;

export interface Peak {
  gflops: number;
  /** The loop that reached it. */
  loop: string;
}

/** The best of several loops in GFLOP/s, one thread. */
export async function measurePeak(): Promise<number> {
  return (await bestLoop()).gflops;
}

export async function bestLoop(): Promise<Peak> {
  loops ??= compile();
  let best: Peak = { gflops: 0, loop: '' };
  for (const [loop, run] of await loops) {
    const gflops = Number(speed(run).toPrecision(4));
    if (gflops > best.gflops) best = { gflops, loop };
  }
  return best;
}

/** The best of many samples. */
function speed(run: Loop): number {
  let count = 1000;
  while (sample(run, count).ms < SAMPLE_MS) count *= 2;
  let best = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const { ms, flop } = sample(run, count);
    best = Math.max(best, flop / ms / 1e6);
  }
  return best;
}

function sample(run: Loop, count: number): { ms: number; flop: number } {
  const began = performance.now();
  const flop = run(count);
  return { ms: performance.now() - began, flop };
}

function compile(): Promise<[string, Loop][]> {
  // As asconfig.json has it for all of assembly/.
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  new Float32Array(memory.buffer).fill(0.5);
  return compileLoops('loops', memory);
}
