/** Fetches the kernel binary in a page or a web worker. */
import { createLoader, type LoadKernels } from './load.js';

/** Bundlers replace exactly this form by the address of the file that they copy. */
const urlOf = (shared: boolean): URL =>
  shared
    ? new URL('./lanewise.wasm', import.meta.url)
    : new URL('./lanewise.unshared.wasm', import.meta.url);

/** Loads the kernels; the binary is fetched from beside this module. */
export const loadKernels: LoadKernels = createLoader(async (shared) => {
  const url = urlOf(shared);
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server of single-page apps answers with a page where there is no file.
  const isBinary = bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
  if (response.ok && isBinary) return bytes;
  throw new Error(
    `found no kernels at ${url} (status ${response.status}): copy the .wasm file there, or import ` +
      'lanewise/inline, which carries it, if the bundler loses files that code refers to',
  );
});
