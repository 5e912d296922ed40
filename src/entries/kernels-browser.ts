/** `lanewise/kernels` in pages and web workers. */
export { loadKernels } from '../kernels/browser.js';
export * from './kernels.js';
