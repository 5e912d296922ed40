import { InputError } from '../config/problem.js';
import type { MemoryLayout } from './layout.js';
import { gibibytes, growTo, MAX_MEMORY_BYTES, MAX_PAGES } from './size.js';

const ADVICE = 'use fewer threads, smaller networks or a smaller batch';

/**
 * @param available bytes of memory that this process may have.
 * @throws {InputError} when the layout needs more; the message says how much and what to change.
 */
export function checkMemory(layout: MemoryLayout, available: number): void {
  const { bytes, slabBytes, slabs, modelBytes } = layout;
  const most = Math.min(MAX_MEMORY_BYTES, available);
  if (bytes <= most) return;
  const owner = most < MAX_MEMORY_BYTES ? 'this machine has' : 'a WebAssembly memory can have';
  const threads = `${slabs.length} threads with ${gibibytes(slabBytes)} each`;
  // A part that would not be noticed is not worth a word.
  const isNoted = modelBytes > bytes / 10;
  const models = isNoted ? `, ${gibibytes(modelBytes)} for the networks that are kept` : '';
  const message =
    `found a plan that needs ${gibibytes(bytes)} of memory (${threads}${models}), ` +
    `expected at most the ${gibibytes(most)} that ${owner}: ` +
    (isNoted ? `keep fewer networks, ${ADVICE}` : ADVICE);
  throw new InputError([{ message }]);
}

/** The one memory, shared; it is empty and grows. */
export function createMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 0, maximum: MAX_PAGES, shared: true });
}

/**
 * Makes the memory as large as the layout asks for.
 *
 * @throws {InputError} when the engine has no room for it.
 */
export function allocateMemory(memory: WebAssembly.Memory, { bytes }: MemoryLayout): void {
  growTo(memory, bytes, () => {
    const message = `found no room for a plan of ${gibibytes(bytes)}, expected that much free memory: ${ADVICE}`;
    return new InputError([{ message }]);
  });
}
