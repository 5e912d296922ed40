/** Carries the kernel binary inside the script: nothing is fetched. */
import { BASE64, MEMORY_FLAGS_AT } from './inline-binary.js';
import { createLoader, type LoadKernels } from './load.js';

/** Flags of a memory's limits: it has a maximum, and it is shared. */
const BOUNDED = 1;
const SHARED = 2;

/** Loads the kernels; the binary is part of the script. */
export const loadKernels: LoadKernels = createLoader(async (shared) => {
  const bytes = Uint8Array.from(atob(BASE64), (character) => character.charCodeAt(0));
  bytes[MEMORY_FLAGS_AT] = shared ? BOUNDED | SHARED : BOUNDED;
  return bytes;
});
