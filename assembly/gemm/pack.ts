/**
 * Copies of operands in the order in which the tile reads them, in the caller's scratch: four
 * columns at a time of a panel whose rows are `stride` bytes.
 */
import { store_transposed } from '../transpose';

/** From eight columns of B (k × n), or from four twice where `half` is 0. */
export function pack_columns(
  dst: usize,
  stride: usize,
  b: usize,
  half: usize,
  ldb: usize,
  k: i32,
): void {
  for (; k > 0; --k) {
    v128.store(dst, v128.load(b));
    v128.store(dst, v128.load(b + half), 16);
    dst += stride;
    b += ldb;
  }
}

/** From the four columns after them: the third vector of a wide panel. */
export function pack_third(dst: usize, stride: usize, b: usize, ldb: usize, k: i32): void {
  for (; k > 0; --k) {
    v128.store(dst, v128.load(b, 32), 32);
    dst += stride;
    b += ldb;
  }
}

/** From four rows of B (n × k), of which `rows` (at least 1) exist; the others are the last one. */
export function pack_rows(
  dst: usize,
  stride: usize,
  b: usize,
  ldb: usize,
  k: i32,
  rows: i32,
): void {
  const b1 = (min(1, rows - 1) as usize) * ldb;
  const b2 = (min(2, rows - 1) as usize) * ldb;
  const b3 = (min(3, rows - 1) as usize) * ldb;
  for (; k > 0; k -= 4) {
    const r0 = v128.load(b);
    store_transposed(dst, stride, r0, v128.load(b + b1), v128.load(b + b2), v128.load(b + b3));
    dst += 4 * stride;
    b += 16;
  }
}

/** Quads of rows of Aᵀ, `quad` bytes apart, from m columns of A (k × m): k steps of four floats. */
export function pack_quads(dst: usize, quad: usize, a: usize, lda: usize, m: i32, k: i32): void {
  for (; k > 0; --k) {
    let to = dst;
    let from = a;
    for (let i = 0; i < m; i += 4) {
      v128.store(to, v128.load(from));
      to += quad;
      from += 16;
    }
    dst += 16;
    a += lda;
  }
}
