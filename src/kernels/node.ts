/** Finds and compiles the kernel binary in Node. */
import { readFile } from 'node:fs/promises';
import { createLoader, type LoadKernels } from './load.js';

/** Both resolve from src/ as well as from dist/. */
export const kernelsUrl = new URL('../../dist/kernels/lanewise.wasm', import.meta.url);
const unsharedUrl = new URL('../../dist/kernels/lanewise.unshared.wasm', import.meta.url);

/** The compiled kernels and the bytes that they were compiled from. */
export interface KernelBinary {
  module: WebAssembly.Module;
  bytes: Uint8Array;
}

export async function compileKernels(): Promise<KernelBinary> {
  const bytes = await readKernels();
  return { module: await WebAssembly.compile(bytes), bytes };
}

/** The bytes of the kernels alone: enough to tell one binary from another. */
export function readKernels(): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(kernelsUrl);
}

/** Loads the kernels; the binary is read from the package. */
export const loadKernels: LoadKernels = createLoader((shared) =>
  readFile(shared ? kernelsUrl : unsharedUrl),
);
