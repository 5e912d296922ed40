/**
 * Copies of operands in the order in which the tile reads them, in the caller's scratch. A packed
 * panel of B is k × 8; one with four columns left holds them twice.
 */
import { store_transposed } from '../transpose';

/** Bytes of one row of a packed panel. */
export const PANEL_ROW: usize = 32;

/** A panel from eight columns of B (k × n). */
export function pack_columns(dst: usize, b: usize, ldb: usize, k: i32, half: usize): void {
  for (; k > 0; --k) {
    v128.store(dst, v128.load(b));
    v128.store(dst, v128.load(b + half), 16);
    dst += PANEL_ROW;
    b += ldb;
  }
}

/** A panel from `rows` (1 … 8) rows of B (n × k); missing rows are the last one again. */
export function pack_rows(dst: usize, b: usize, ldb: usize, k: i32, rows: i32): void {
  pack_four_rows(dst, b, ldb, k, rows);
  if (rows > 4) pack_four_rows(dst + 16, b + 4 * ldb, ldb, k, rows - 4);
  else pack_four_rows(dst + 16, b, ldb, k, rows);
}

/** Writes four rows of the panel at a time: up to three more than k. */
function pack_four_rows(dst: usize, b: usize, ldb: usize, k: i32, rows: i32): void {
  const b1 = (min(1, rows - 1) as usize) * ldb;
  const b2 = (min(2, rows - 1) as usize) * ldb;
  const b3 = (min(3, rows - 1) as usize) * ldb;
  for (; k > 0; k -= 4) {
    store_transposed(
      dst,
      PANEL_ROW,
      v128.load(b),
      v128.load(b + b1),
      v128.load(b + b2),
      v128.load(b + b3),
    );
    dst += 4 * PANEL_ROW;
    b += 16;
  }
}

/** dst (m × k, rows `stride` bytes apart) = Aᵀ from m columns of A (k × m). Writes ceil4(m) rows
 * of ceil4(k) floats. */
export function pack_transposed(
  dst: usize,
  stride: usize,
  a: usize,
  lda: usize,
  m: i32,
  k: i32,
): void {
  for (let kk = 0; kk < k; kk += 4) {
    const a1 = (min(1, k - 1 - kk) as usize) * lda;
    const a2 = (min(2, k - 1 - kk) as usize) * lda;
    const a3 = (min(3, k - 1 - kk) as usize) * lda;
    let to = dst;
    let from = a;
    for (let i = 0; i < m; i += 4) {
      store_transposed(
        to,
        stride,
        v128.load(from),
        v128.load(from + a1),
        v128.load(from + a2),
        v128.load(from + a3),
      );
      to += 4 * stride;
      from += 16;
    }
    dst += 16;
    a += 4 * lda;
  }
}
