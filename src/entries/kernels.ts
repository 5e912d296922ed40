/** What `lanewise/kernels` and `lanewise/inline` have in common: all but the way to the binary. */
export type { KernelArena, Region } from '../kernels/arena.js';
export type { Backend, Kernels } from '../kernels/contract.js';
export { ceil4 } from '../kernels/contract.js';
export { type EngineFeatures, engineFeatures } from '../kernels/features.js';
export type { KernelLibrary, LoadKernels, LoadOptions } from '../kernels/load.js';
export type * from '../kernels/operands.js';
export { gemmScratchBytes } from '../kernels/scratch.js';
export type { FloatMatrix, RowNumbers } from '../kernels/tensor.js';
