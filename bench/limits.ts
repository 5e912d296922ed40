/** What a pass over memory cannot be faster than, measured in the same run as the kernels. */
import { compileLoops } from './compile.js';

/** What one run of a case does. */
export interface Pass {
  /** Read and written. */
  bytes: number;
  /** In so much memory. */
  over: number;
  readOnly: boolean;
  /** Vectors of four roots and of four quotients. */
  roots: number;
  quotients: number;
}

export interface Limit {
  microseconds: number;
  /** The loop that comes closest: of memory, or the divider. */
  by: string;
}

/** Goes over so many bytes; returns those that it read and wrote. */
type Stream = (at: number, bytes: number) => number;
type Divider = (count: number) => void;

const AT = 1024;
const SAMPLE_MS = 1;
const SAMPLES = 15;
const DIVISIONS = 4000;
/** Whole rounds of every loop. */
const STEP = 192;

const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
let streams: Promise<[string, Stream][]> | undefined;
let dividers: Promise<[string, Divider][]> | undefined;

/** The larger of what memory and what the divider takes, one thread. */
export async function limitOf(pass: Pass): Promise<Limit> {
  const stream = await limitOfMemory(pass);
  const division = { microseconds: await divisionTime(pass), by: 'divider' };
  return division.microseconds > stream.microseconds ? division : stream;
}

async function limitOfMemory({ bytes, over, readOnly }: Pass): Promise<Limit> {
  streams ??= compileLoops('stream', memory);
  const size = Math.floor(over / STEP) * STEP;
  const missing = Math.ceil((AT + size) / 65536) - memory.buffer.byteLength / 65536;
  if (missing > 0) memory.grow(missing);
  let best: Limit = { microseconds: Number.POSITIVE_INFINITY, by: '' };
  for (const [by, run] of await streams) {
    if ((by === 'read') !== readOnly) continue;
    const microseconds = quickest(() => run(AT, size)) * (bytes / run(AT, size));
    if (microseconds < best.microseconds) best = { microseconds, by };
  }
  return best;
}

async function divisionTime(pass: Pass): Promise<number> {
  dividers ??= compileLoops('divider', memory);
  let sum = 0;
  for (const [name, run] of await dividers) {
    const count = name === 'roots' ? pass.roots : pass.quotients;
    if (count > 0) sum += (count / DIVISIONS) * quickest(() => run(DIVISIONS));
  }
  return sum;
}

/** Microseconds of one run, the best of many samples. */
function quickest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  let count = 1;
  for (let i = 0; i < SAMPLES; ) {
    const began = performance.now();
    for (let j = 0; j < count; j++) run();
    const ms = performance.now() - began;
    if (ms < SAMPLE_MS) {
      count *= 2;
    } else {
      best = Math.min(best, (1000 * ms) / count);
      i++;
    }
  }
  return best;
}
