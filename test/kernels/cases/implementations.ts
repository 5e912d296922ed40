/** The two sets of kernels over one field. */
import { compileKernels } from '../../../src/kernels/node.js';
import { createReferenceKernels } from '../../../src/kernels/reference/index.js';
import { createWasmKernels } from '../../../src/kernels/wasm.js';
import { Field } from './field.js';

export const field = new Field();
export const reference = createReferenceKernels(field.memory);
export const { module, bytes } = await compileKernels();
export const wasm = createWasmKernels(module, field.memory);
