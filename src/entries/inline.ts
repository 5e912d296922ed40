/**
 * As `lanewise/kernels`, with the binary inside the script.
 *
 * @module lanewise/inline
 */
export { loadKernels } from '../kernels/inline.js';
export * from './kernels.js';
