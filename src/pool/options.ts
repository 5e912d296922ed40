import { InputError, type Problem } from '../config/problem.js';
import { alternatives } from '../config/text.js';
import type { SweepOptions } from '../events.js';
import type { Backend } from '../kernels/contract.js';
import { KEEPS, type Keep } from '../plan/keep.js';
import { availableThreads } from './threads.js';

const MAX_THREADS = 256;

/** The execution settings with their defaults. */
export interface CheckedOptions {
  backend: Backend;
  threads: number;
  /** Seconds. */
  timeLimit: number | undefined;
  keep: Keep;
}

/** @throws {InputError} with every option that is out of range. */
export function checkOptions({
  backend = 'wasm',
  threads,
  timeLimit,
  keep = 'representative',
}: SweepOptions): CheckedOptions {
  const problems: Problem[] = [];
  if (backend !== 'wasm' && backend !== 'js') {
    problems.push({ where: 'backend', message: `found ${String(backend)}, expected wasm or js` });
  }
  if (
    threads !== undefined &&
    !(Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS)
  ) {
    const message = `found ${threads}, expected a whole number from 1 to ${MAX_THREADS}`;
    problems.push({ where: 'threads', message });
  }
  if (timeLimit !== undefined && !(timeLimit > 0 && Number.isFinite(timeLimit))) {
    const message = `found ${timeLimit}, expected a number of seconds above 0`;
    problems.push({ where: 'timeLimit', message });
  }
  if (!KEEPS.includes(keep)) {
    const message = `found ${String(keep)}, expected ${alternatives(KEEPS)}`;
    problems.push({ where: 'keep', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { backend, threads: threads ?? availableThreads(), timeLimit, keep };
}
