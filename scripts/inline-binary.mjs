/**
 * Writes dist/kernels/inline-binary.js: the kernels as base64 text, for `lanewise/inline`. The
 * shared and the unshared binary differ in one byte, the flags of the imported memory, so that one
 * of them and the place of that byte are enough.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../dist/kernels/', import.meta.url);
const shared = readFileSync(new URL('lanewise.wasm', folder));
const unshared = readFileSync(new URL('lanewise.unshared.wasm', folder));

const places = [...shared.keys()].filter((at) => shared[at] !== unshared[at]);
const [at] = places;
if (shared.length !== unshared.length || places.length !== 1 || shared[at] !== 3) {
  throw new Error('the two binaries differ in more than the flags of their memory');
}

writeFileSync(
  new URL('inline-binary.js', folder),
  `/** Made by scripts/inline-binary.mjs. */
export const BASE64 = '${shared.toString('base64')}';
export const MEMORY_FLAGS_AT = ${at};
`,
);
