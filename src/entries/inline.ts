/** `lanewise/inline`: as `lanewise/kernels`, with the binary inside the script. */
export { loadKernels } from '../kernels/inline.js';
export * from './kernels.js';
