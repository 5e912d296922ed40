/** What the compiled module must be: small, without data, with exactly the contract's exports. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compileKernels, kernelsUrl } from '../../src/kernels/node.js';
import { createReferenceKernels } from '../../src/kernels/reference/index.js';

const DATA_SECTION = 11;
const DATA_COUNT_SECTION = 12;

/** Section ids of a WebAssembly binary, in order. */
function sectionIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    ids.push(bytes[at++]);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++];
      size |= (byte & 0x7f) << shift;
      more = (byte & 0x80) !== 0;
    }
    at += size;
  }
  return ids;
}

test('no data section: instances over one memory must not write to it', async () => {
  const ids = sectionIds(await readFile(kernelsUrl));
  expect(ids).not.toContain(DATA_SECTION);
  expect(ids).not.toContain(DATA_COUNT_SECTION);
});

test('exports the kernels of the contract and the memory, and imports only the memory', async () => {
  const { module } = await compileKernels();
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const { backend: _, ...kernels } = createReferenceKernels(memory);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  expect(names.sort()).toEqual([...Object.keys(kernels), 'memory'].sort());
  expect(WebAssembly.Module.imports(module)).toEqual([
    { module: 'env', name: 'memory', kind: 'memory' },
  ]);
});
