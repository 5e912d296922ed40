/** Finds and compiles the kernel binary in Node. */
import { readFile } from 'node:fs/promises';

/** Resolves from src/ as well as from dist/. */
export const kernelsUrl = new URL('../../dist/kernels/lanewise.wasm', import.meta.url);

export async function compileKernels(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(kernelsUrl));
}
