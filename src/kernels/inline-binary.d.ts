/** Made by scripts/inline-binary.mjs as dist/kernels/inline-binary.js. */

/** The binary for shared memory. */
export const BASE64: string;
/** The byte in which the binary for unshared memory differs: the flags of the memory's limits. */
export const MEMORY_FLAGS_AT: number;
