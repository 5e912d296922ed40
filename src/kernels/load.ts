import { KernelArena, type Region } from './arena.js';
import type { Backend, Kernels } from './contract.js';
import { mayShareMemory, requireSimd } from './features.js';
import { createReferenceKernels } from './reference/index.js';
import { createWasmKernels } from './wasm.js';

const PAGE = 65536;
/** The maximum that the binaries declare: a memory with a larger one is refused. */
const MAX_PAGES = 65536;
const DEFAULT_BYTES = 1 << 20;
const DEFAULT_MAXIMUM = 1 << 30;

/** How the kernels are loaded. */
export interface LoadOptions {
  /** Whether threads may share the memory. Default: whether this page or process allows it. */
  shared?: boolean;
  /** Bytes of memory at the start; default 1 MiB. The arena grows it when it has to. */
  bytes?: number;
  /** Bytes that the memory may grow to, up to 4 GiB; default 1 GiB. Only address space is taken
   * until it is used. */
  maximumBytes?: number;
  /** The memory of another thread, instead of a new one. */
  memory?: WebAssembly.Memory;
  /** What the arena may hand out; default: all of a new memory, nothing of another thread's. */
  region?: Region;
  /** The module compiled by another thread, to save its loading. */
  module?: WebAssembly.Module;
  /** `wasm` (default), or `js`: the same bits without WebAssembly SIMD, about 10 times slower. Its
   * memory does not grow. */
  backend?: Backend;
}

/** The kernels over one memory. Hand `memory` and `module` to a worker to join it from there. */
export interface KernelLibrary extends Kernels {
  readonly memory: WebAssembly.Memory;
  /** Absent for the backend `js`. */
  readonly module: WebAssembly.Module | undefined;
  readonly shared: boolean;
  readonly arena: KernelArena;
  /** Lets go of memory and instance: the engine frees them when no other thread holds them. Every
   * kernel and every tensor throws from then on. Calling it twice does nothing. */
  dispose(): void;
}

/** Finds the bytes of the binary for shared or unshared memory. */
export type ReadBinary = (shared: boolean) => Promise<BufferSource>;

/**
 * Loads the kernels: `const kernels = await loadKernels()`.
 *
 * @throws {Error} where the engine has no SIMD, the binary cannot be found, `shared` is asked for
 *   where it is not allowed or does not fit `memory`, or the engine has no room for the memory.
 * @throws {RangeError} for sizes out of range.
 */
export type LoadKernels = (options?: LoadOptions) => Promise<KernelLibrary>;

export function createLoader(read: ReadBinary): LoadKernels {
  return async (options = {}) => {
    const { backend = 'wasm' } = options;
    const shared = chooseShared(options);
    if (backend === 'wasm') requireSimd();
    const memory = options.memory ?? newMemory(options, backend, shared);
    if (backend === 'js') return library(createReferenceKernels(memory), memory, options);
    const module = options.module ?? (await compile(await read(shared)));
    return library(createWasmKernels(module, memory), memory, options, module);
  };
}

function chooseShared({ shared, memory }: LoadOptions): boolean {
  if (memory) {
    const isShared = !(memory.buffer instanceof ArrayBuffer);
    if (shared === undefined || shared === isShared) return isShared;
    throw new Error(`found a memory that is ${isShared ? '' : 'not '}shared and shared: ${shared}`);
  }
  if (shared === true && !mayShareMemory()) {
    throw new Error(
      'found shared: true where memory cannot be shared: serve the page with ' +
        'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp',
    );
  }
  return shared ?? mayShareMemory();
}

function newMemory(
  { bytes, maximumBytes }: LoadOptions,
  backend: Backend,
  shared: boolean,
): WebAssembly.Memory {
  const initial = pages(bytes ?? Math.min(DEFAULT_BYTES, maximumBytes ?? DEFAULT_BYTES), 'bytes');
  const most = pages(maximumBytes ?? Math.max(DEFAULT_MAXIMUM, bytes ?? 0), 'maximumBytes');
  if (most < initial) throw new RangeError(`found maximumBytes ${maximumBytes} below bytes`);
  const maximum = backend === 'js' ? initial : most;
  return new WebAssembly.Memory({ initial, maximum, shared });
}

function pages(bytes: number, name: string): number {
  const count = Math.ceil(bytes / PAGE);
  if (count >= 1 && count <= MAX_PAGES) return count;
  throw new RangeError(`found ${name} ${bytes}, expected 1 to ${PAGE * MAX_PAGES}`);
}

async function compile(binary: BufferSource): Promise<WebAssembly.Module> {
  return WebAssembly.compile(binary);
}

function library(
  kernels: Kernels,
  memory: WebAssembly.Memory,
  options: LoadOptions,
  module?: WebAssembly.Module,
): KernelLibrary {
  const arena = new KernelArena(memory, options.region ?? defaultRegion(memory, options));
  const shared = !(memory.buffer instanceof ArrayBuffer);
  const made = { ...kernels, memory, module, shared, arena };
  const dispose = () => {
    arena.dispose();
    for (const name of Object.keys(kernels)) Object.assign(made, { [name]: disposed });
    Object.assign(made, { memory: undefined, module: undefined });
  };
  return Object.assign(made, { dispose });
}

function defaultRegion(memory: WebAssembly.Memory, options: LoadOptions): Region {
  if (options.memory) return { from: 0, bytes: 0 };
  const { byteLength } = memory.buffer;
  const fixed = options.backend === 'js';
  const limit = fixed
    ? byteLength
    : (options.maximumBytes ?? Math.max(DEFAULT_MAXIMUM, byteLength));
  return { from: 0, bytes: limit };
}

function disposed(): never {
  throw new Error('these kernels were disposed');
}
