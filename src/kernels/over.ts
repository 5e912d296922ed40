import type { Kernels } from './contract.js';
import type { KernelLibrary } from './load.js';
import { createReferenceKernels } from './reference/index.js';
import { createWasmKernels } from './wasm.js';

/**
 * The kernels once more, over another memory: a shared one if theirs is.
 *
 * @throws {Error} when they were disposed.
 */
export function kernelsOver(
  { backend, module }: Pick<KernelLibrary, 'backend' | 'module'>,
  memory: WebAssembly.Memory,
): Kernels {
  if (backend === 'js') return createReferenceKernels(memory);
  if (!module) throw new Error('these kernels were disposed');
  return createWasmKernels(module, memory);
}
