/** One block of a large product: columns of B, packed panel by panel, under rows of A. */
import { half_of, is_wide, PANEL, WIDE } from './blocking';
import { pack_columns, pack_rows, pack_third } from './pack';
import { panel_packed } from './panel';
import { panel_quads } from './quads';
import { panel_wide } from './wide';

/** Packs `columns` columns of B (k × n). */
export function pack_block(dst: usize, b: usize, ldb: usize, columns: i32, k: i32): void {
  const bytes = ((k * PANEL) as usize) << 2;
  for (; columns > 0 && !is_wide(columns); columns -= PANEL) {
    pack_columns(dst, 4 * PANEL, b, half_of(columns), ldb, k);
    dst += bytes;
    b += 4 * PANEL;
  }
  if (columns <= 0) return;
  pack_columns(dst, 4 * WIDE, b, 16, ldb, k);
  pack_third(dst, 4 * WIDE, b, ldb, k);
}

/** Packs `rows` rows of B (n × k), transposed. Writes up to three panel rows more than k. */
export function pack_block_transposed(dst: usize, b: usize, ldb: usize, rows: i32, k: i32): void {
  const bytes = ((((k + 3) & ~3) * PANEL) as usize) << 2;
  for (; rows > 0 && !is_wide(rows); rows -= PANEL) {
    pack_rows(dst, 4 * PANEL, b, ldb, k, rows);
    // Four rows only: both halves of the panel are the same.
    if (rows > 4) pack_rows(dst + 16, 4 * PANEL, b + 4 * ldb, ldb, k, rows - 4);
    else pack_rows(dst + 16, 4 * PANEL, b, ldb, k, rows);
    dst += bytes;
    b += (PANEL as usize) * ldb;
  }
  if (rows <= 0) return;
  pack_rows(dst, 4 * WIDE, b, ldb, k, rows);
  pack_rows(dst + 16, 4 * WIDE, b + 4 * ldb, ldb, k, rows - 4);
  pack_rows(dst + 32, 4 * WIDE, b + 8 * ldb, ldb, k, rows - 8);
}

/**
 * C (m × columns) = A (m × k; its strides as in wide.ts, one row contiguous or four side by side) ·
 * the packed block, whose panels are `depth` rows long. `es`: bytes of e from column to column (0 for a bias, 4 for activations).
 */
export function multiply_block(
  c: usize,
  ldc: usize,
  a: usize,
  row: usize,
  quad: usize,
  step: usize,
  block: usize,
  m: i32,
  columns: i32,
  k: i32,
  depth: i32,
  kind: i32,
  e: usize,
  lde: usize,
  es: usize,
): void {
  const bytes = ((depth * PANEL) as usize) << 2;
  for (; columns > 0 && !is_wide(columns); columns -= PANEL) {
    const half = half_of(columns);
    if (step === 4) panel_packed(c, ldc, a, row, block, m, k, half, kind, e, lde);
    else panel_quads(c, ldc, a, quad, step, block, m, k, half, kind, e, lde);
    c += 4 * PANEL;
    e += (PANEL as usize) * es;
    block += bytes;
  }
  if (columns > 0) panel_wide(c, ldc, a, row, quad, step, block, m, k, kind, e, lde);
}
