import type { KernelLibrary } from '../kernels/load.js';

/** Edge of the product: its operands fit the level-2 cache, its time the clock. */
export const EDGE = 256;
const BUDGET_MS = 300;
/** Products between two looks at the clock: about 2 ms. */
const ROUND = 4;

/**
 * The best speed of a 256 × 256 × 256 product within 0.3 s, on this thread, in GFLOP/s (2 · 256³
 * operations each). What the kernels reach, not what the hardware could; a busy machine shows less.
 */
export function measureSpeed(kernels: KernelLibrary): number {
  const { arena } = kernels;
  const a = arena.matrix(EDGE, EDGE).write(Float32Array.from({ length: EDGE * EDGE }, value));
  const b = arena.matrix(EDGE, EDGE).write(Float32Array.from({ length: EDGE * EDGE }, value));
  const c = arena.matrix(EDGE, EDGE);
  const scratch = arena.scratch(EDGE, EDGE, EDGE);
  let best = Number.POSITIVE_INFINITY;
  const start = performance.now();
  for (let now = start; now - start < BUDGET_MS; ) {
    for (let i = 0; i < ROUND; i++) {
      kernels.gemm_nn(c.at, c.ld, a.at, a.ld, b.at, b.ld, EDGE, EDGE, EDGE, scratch);
    }
    const end = performance.now();
    best = Math.min(best, end - now);
    now = end;
  }
  arena.reset();
  return (ROUND * 2 * EDGE ** 3) / best / 1e6;
}

/** Zeros would be as fast; small numbers are what one multiplies. */
const value = (_: unknown, i: number) => (i % 17) / 16 - 0.5;
