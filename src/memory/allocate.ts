import { InputError } from '../config/problem.js';
import { MAX_MEMORY_BYTES, type MemoryLayout } from './layout.js';

const PAGE = 65536;
/** The maximum that the kernels declare: a memory with another one is refused. */
const MAX_PAGES = 65536;

const ADVICE = 'use fewer threads, smaller networks or a smaller batch';

/**
 * @param available bytes of memory that this process may have.
 * @throws {InputError} when the layout needs more; the message says how much and what to change.
 */
export function checkMemory({ bytes, slabBytes, slabs }: MemoryLayout, available: number): void {
  const most = Math.min(MAX_MEMORY_BYTES, available);
  if (bytes <= most) return;
  const owner = most < MAX_MEMORY_BYTES ? 'this machine has' : 'a WebAssembly memory can have';
  const threads = `${slabs.length} threads with ${gibibytes(slabBytes)} each`;
  const message =
    `found a plan that needs ${gibibytes(bytes)} of memory (${threads}), ` +
    `expected at most the ${gibibytes(most)} that ${owner}: ${ADVICE}`;
  throw new InputError([{ message }]);
}

/**
 * The one allocation: a shared memory of the size that the layout asks for.
 *
 * @throws {InputError} when the engine has no room for it.
 */
export function allocateMemory({ bytes }: MemoryLayout): WebAssembly.Memory {
  const initial = Math.ceil(bytes / PAGE);
  try {
    return new WebAssembly.Memory({ initial, maximum: MAX_PAGES, shared: true });
  } catch {
    const message = `found no room for a plan of ${gibibytes(bytes)}, expected that much free memory: ${ADVICE}`;
    throw new InputError([{ message }]);
  }
}

function gibibytes(bytes: number): string {
  const gib = bytes / 1073741824;
  return gib >= 0.1 ? `${gib.toFixed(1)} GiB` : `${(bytes / 1048576).toFixed(1)} MiB`;
}
