/** Rows of A and columns of B that a product packs at most at a time (assembly/gemm/blocking.ts). */
const ROWS = 64;
const COLUMNS = 256 + 12;

/** Bytes of scratch that gemm_nn, gemm_tn and gemm_nt may use for one m × n × k product. */
export function gemmScratchBytes(m: number, n: number, k: number): number {
  const rows = Math.min(ROWS, (m + 3) & ~3);
  const columns = Math.min(COLUMNS, (n + 7) & ~7);
  return 4 * (rows + columns) * ((k + 7) & ~3);
}
