import type { Backend, Kernels } from '../dist/kernels/contract.js';
import { compileKernels } from '../dist/kernels/node.js';
import { createReferenceKernels } from '../dist/kernels/reference/index.js';
import { createWasmKernels } from '../dist/kernels/wasm.js';
import type { Pass } from './limits.js';

/** Something worth timing, prepared anew for either backend. */
export interface BenchCase {
  /** `gemm_nn/128x128x128` (m×n×k), `step/4-2-1/relu/sgd`, `sweep/ten-networks/sgd`, `exp/4096`,
   * `adam_update/12001`. */
  name: string;
  /** Of one run: products count 2mnk, steps forward + dW + dX of layers from the second
   * on; 0 where nothing is multiplied. */
  flops: number;
  /** Where memory, or the divider, not arithmetic in general is the limit. */
  pass?: Pass;
  /** The same with Math.*, where that exists. */
  math?: () => () => void;
  prepare(backend: Backend): Promise<() => void>;
}

export async function createKernels(
  backend: Backend,
  memory: WebAssembly.Memory,
): Promise<Kernels> {
  if (backend === 'js') return createReferenceKernels(memory);
  return createWasmKernels((await compileKernels()).module, memory);
}

/** A shared memory of at least so many bytes. */
export function createMemory(bytes: number): WebAssembly.Memory {
  return new WebAssembly.Memory({
    initial: Math.ceil(bytes / 65536),
    maximum: 65536,
    shared: true,
  });
}
