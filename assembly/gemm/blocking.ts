/**
 * How large products are cut, so that what is packed stays in the level-2 cache, and when packing
 * pays. The cut never changes a bit: every element is one sequential sum over all of k.
 */

/** Rows of A taken together. */
export const ROWS: i32 = 64;
/** Columns of B packed together; a last block may have up to a wide panel more. */
export const COLUMNS: i32 = 256;
/** Columns of the ordinary panel, and of the wide one. */
export const PANEL: i32 = 8;
export const WIDE: i32 = 12;

/** A panel of B is packed at a price of two to four tile rows: too few rows never earn it back. */
export function worth_packing(m: i32, k: i32): bool {
  return m >= 12 && k >= 16;
}

/** Columns of the next block of `left`. */
export function block_columns(left: i32): i32 {
  return left <= COLUMNS + WIDE ? left : COLUMNS;
}

/** Whether the last `left` columns make one wide panel. */
export function is_wide(left: i32): bool {
  return left > PANEL && left <= WIDE;
}

/** Distance of the second vector of a panel's columns; 0 where at most four are left. */
export function half_of(columns: i32): usize {
  return columns > 4 ? 16 : 0;
}

/** Bytes of four rows of the packed Aᵀ: a line more than they take, so that quads do not share a
 * cache set. */
export function packed_quad(k: i32): usize {
  return ((k as usize) << 4) + 64;
}

/** Whether k rows of Aᵀ stay in the level-1 cache as they lie, at this stride. */
export function fits_in_cache(k: i32, stride: usize): bool {
  return (k as usize) * stride <= 16384;
}
