/** What `lanewise/kernels` and `lanewise/inline` have in common: all but the way to the binary. */
export { InputError, type Problem } from '../config/problem.js';
export type { ActivationName } from '../config/types.js';
export type { KernelArena, Region } from '../kernels/arena.js';
export type { Backend, Kernels } from '../kernels/contract.js';
export { ceil4 } from '../kernels/contract.js';
export { type EngineFeatures, engineFeatures } from '../kernels/features.js';
export type { KernelLibrary, LoadKernels, LoadOptions } from '../kernels/load.js';
export type * from '../kernels/operands.js';
export { gemmScratchBytes } from '../kernels/scratch.js';
export type { FloatMatrix, RowNumbers } from '../kernels/tensor.js';
export { decodeModel } from '../model/decode.js';
export { encodeModel } from '../model/encode.js';
export type { ModelKernels } from '../model/forward.js';
export { Model } from '../model/model.js';
export type * from '../model/record.js';
export type { FlatRows, NestedRows } from '../model/rows.js';
export { toJson } from '../model/to-json.js';
export { toOnnx } from '../model/to-onnx.js';
