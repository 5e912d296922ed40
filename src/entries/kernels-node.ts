/** `lanewise/kernels` in Node and its workers. */
export { loadKernels } from '../kernels/node.js';
export * from './kernels.js';
