/** Products too small to be worth packing: the shape chooses among three tiles. */
import { half_of, PANEL } from './blocking';
import { row_product } from './row';
import { panel_strided } from './strided';
import { panel_thin } from './thin';

/**
 * C (m × n) = A (m × k) · B (k × n). Strides are bytes; element (i, s) of A is at
 * `a + i · rowStride + s · stepStride`; `es`: bytes of e from column to column (0 for a bias).
 */
export function multiply_unpacked(
  c: usize,
  ldc: usize,
  a: usize,
  rowStride: usize,
  stepStride: usize,
  b: usize,
  ldb: usize,
  m: i32,
  n: i32,
  k: i32,
  kind: i32,
  e: usize,
  lde: usize,
  es: usize,
): void {
  const thin = k <= 4 && m > 1;
  const m4 = thin ? m : m & ~3;
  if (m4 > 0) {
    let column: usize = 0;
    for (let left = n; left > 0; left -= PANEL, column += 4 * PANEL) {
      const half = half_of(left);
      const to = c + column;
      const from = b + column;
      const at = e + (column >> 2) * es;
      if (thin) {
        panel_thin(to, ldc, a, rowStride, stepStride, from, ldb, m, k, half, kind, at, lde);
      } else {
        panel_strided(to, ldc, a, rowStride, stepStride, from, ldb, m4, k, half, kind, at, lde);
      }
    }
  }
  for (let i = m4; i < m; ++i) {
    const row = i as usize;
    const from = a + row * rowStride;
    row_product(c + row * ldc, from, stepStride, b, ldb, n, k, kind, e + row * lde);
  }
}
