/** The SIMD kernels: the one place that instantiates the module, in Node, page or worker alike. */
import { instantiateSync } from '@assemblyscript/loader';
import type { Kernels } from './contract.js';

/** `memory` is shared, with a maximum of at most 65536 pages. */
export function createWasmKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  // The loader's own exports are wrapped for optional arguments; the instance's are the bare ones.
  const { instance } = instantiateSync(module, { env: { memory } });
  const exports = instance.exports as unknown as Omit<Kernels, 'backend'>;
  return { ...exports, backend: 'wasm' };
}
