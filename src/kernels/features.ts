/** What this engine can do with WebAssembly, asked by validating the smallest module that needs it. */
export interface EngineFeatures {
  /** 128-bit SIMD: without it the kernels do not load. */
  simd: boolean;
  /** Relaxed SIMD, fused multiply-add among it. Lanewise never uses it: its bits differ by CPU. */
  relaxedSimd: boolean;
  /** Atomic instructions and shared memory in the engine. */
  threads: boolean;
  /** Whether this page, worker or process may share a memory between threads now. */
  sharedMemory: boolean;
}

/** `() → v128`, with the given instructions. */
const vectorModule = (...code: number[]) =>
  module(
    [1, 5, 1, 0x60, 0, 1, 0x7b],
    [3, 2, 1, 0],
    [10, code.length + 4, 1, code.length + 2, 0, ...code, 0x0b],
  );

/** i8x16.splat, i8x16.popcnt. */
const SIMD = vectorModule(0x41, 0, 0xfd, 0x0f, 0xfd, 0x62);
/** Two splats and i8x16.relaxed_swizzle. */
const RELAXED = vectorModule(0x41, 1, 0xfd, 0x0f, 0x41, 2, 0xfd, 0x0f, 0xfd, 0x80, 0x02);
/** A shared memory of one page. */
const THREADS = module([5, 4, 1, 3, 1, 1]);

/** What this engine can do, by validating a few tiny modules. */
export function engineFeatures(): EngineFeatures {
  return {
    simd: WebAssembly.validate(SIMD),
    relaxedSimd: WebAssembly.validate(RELAXED),
    threads: WebAssembly.validate(THREADS),
    sharedMemory: mayShareMemory(),
  };
}

/** True in Node, and in pages and workers that are cross-origin isolated. */
export function mayShareMemory(): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && globalThis.crossOriginIsolated !== false;
}

/** @throws {Error} where the engine has no SIMD; the message says which engines do. */
export function requireSimd(): void {
  if (WebAssembly.validate(SIMD)) return;
  throw new Error(
    'lanewise needs WebAssembly SIMD, which this engine does not have: use Node 20, Chrome 91, ' +
      'Firefox 89, Safari 16.4 or later, or pass { backend: "js" } for the same bits, slower',
  );
}

function module(...sections: number[][]): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}
