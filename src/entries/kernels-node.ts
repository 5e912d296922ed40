/**
 * The kernels over a memory of their own, in Node and its workers; in pages the same.
 *
 * @module lanewise/kernels
 */
export { loadKernels } from '../kernels/node.js';
export * from './kernels.js';
