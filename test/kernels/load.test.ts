import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { engineFeatures } from '../../src/kernels/features.js';
import { createLoader } from '../../src/kernels/load.js';
import { loadKernels } from '../../src/kernels/node.js';
import { createWasmKernels } from '../../src/kernels/wasm.js';

const BINARIES = ['lanewise.wasm', 'lanewise.unshared.wasm'];
const read = (name: string) => readFile(new URL(`../../dist/kernels/${name}`, import.meta.url));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the binaries', () => {
  // 32 KB and 8 KB gzipped held for the first 46 kernels: see ARCHITECTURE.md, "Size".
  it.each(BINARIES)('%s is below 36 KB, 12.5 KB gzipped', async (name) => {
    const bytes = await read(name);
    expect(bytes.length).toBeLessThan(36 * 1024);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(12.5 * 1024);
  });

  it.each(BINARIES)('%s refuses the other kind of memory', async (name) => {
    const module = await WebAssembly.compile(await read(name));
    const memory = (shared: boolean) => new WebAssembly.Memory({ initial: 1, maximum: 1, shared });
    const isShared = name === BINARIES[0];
    expect(() => createWasmKernels(module, memory(isShared))).not.toThrow();
    expect(() => createWasmKernels(module, memory(!isShared))).toThrow(WebAssembly.LinkError);
  });

  it('are carried inside the inline entry, byte for byte', async () => {
    const inline = new URL('../../dist/kernels/inline-binary.js', import.meta.url);
    const { BASE64, MEMORY_FLAGS_AT } = await import(inline.href);
    const bytes = Buffer.from(BASE64, 'base64');
    expect(bytes).toEqual(await read(BINARIES[0]));
    bytes[MEMORY_FLAGS_AT] = 1;
    expect(bytes).toEqual(await read(BINARIES[1]));
  });
});

describe('loadKernels', () => {
  it('chooses the binary by what the page allows', async () => {
    expect((await loadKernels()).shared).toBe(true);
    vi.stubGlobal('crossOriginIsolated', false);
    const { shared, memory } = await loadKernels();
    expect(shared).toBe(false);
    expect(memory.buffer).toBeInstanceOf(ArrayBuffer);
    await expect(loadKernels({ shared: true })).rejects.toThrow(/Cross-Origin-Opener-Policy/);
  });

  it('says what is missing in an engine without SIMD, and helps itself with plain JS', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    expect(engineFeatures()).toMatchObject({ simd: false, threads: false });
    await expect(loadKernels()).rejects.toThrow(/needs WebAssembly SIMD.* Node 20, Chrome 91/);
    expect((await loadKernels({ backend: 'js' })).backend).toBe('js');
  });

  it.each(['wasm', 'js'] as const)('multiplies on the backend %s', async (backend) => {
    const kernels = await loadKernels({ backend, shared: false });
    const { arena } = kernels;
    const a = arena.matrix(2, 3).write([1, 2, 3, 4, 5, 6]);
    const b = arena.matrix(3, 2).write([1, 2, 3, 4, 5, 6]);
    const c = arena.matrix(2, 2);
    const scratch = arena.scratch(2, 2, 3);
    kernels.gemm_nn(c.at, c.ld, a.at, a.ld, b.at, b.ld, 2, 2, 3, scratch);
    expect([...c.read()]).toEqual([22, 28, 49, 64]);
  });

  it('joins the memory of another thread, and a region of it', async () => {
    const owner = await loadKernels({ bytes: 1 << 16, maximumBytes: 1 << 17 });
    const { memory, module } = owner;
    const x = owner.arena.vector(4).write([1, 2, 3, 4]);
    const read = vi.fn();
    const region = { from: 4096, bytes: 4096 };
    const joined = await createLoader(read)({ memory, module: module!, region });
    expect(read).not.toHaveBeenCalled();
    expect([...joined.arena.matrixAt(x.at, 1, 4).read()]).toEqual([1, 2, 3, 4]);
    expect(joined.arena.vector(4).at).toBe(4096);
    expect((await loadKernels({ memory })).arena.limit).toBe(0);
    await expect(loadKernels({ memory, shared: false })).rejects.toThrow(/memory that is shared/);
  });

  it('lets go of everything when disposed', async () => {
    const kernels = await loadKernels();
    const x = kernels.arena.vector(4);
    kernels.dispose();
    kernels.dispose();
    expect(() => kernels.sgd_update(0, 0, 0, 0)).toThrow(/were disposed/);
    expect(() => x.data).toThrow(/were disposed/);
    expect(kernels.memory).toBeUndefined();
  });

  it.each([
    [{ bytes: -1 }, /found bytes -1/],
    [{ maximumBytes: 2 ** 33 }, /found maximumBytes/],
    [{ bytes: 1 << 20, maximumBytes: 1 << 16 }, /below bytes/],
  ])('refuses memory out of range: %o', async (options, message) => {
    await expect(loadKernels(options)).rejects.toThrow(message);
  });
});
