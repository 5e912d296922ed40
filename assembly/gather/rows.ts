/**
 * Fetches a minibatch: samples by index out of the sample-major dataset, transposed on the way
 * into feature-major columns. Reads no float beyond `width` of any row.
 */
import { at, clear_padding } from '../lanes';
import { store_transposed } from '../transpose';

/** One feature of four samples. */
export function column(r0: usize, r1: usize, r2: usize, r3: usize): v128 {
  let x = v128.load32_zero(r0);
  x = v128.load32_lane(r1, x, 1);
  x = v128.load32_lane(r2, x, 2);
  return v128.load32_lane(r3, x, 3);
}

export function row(src: usize, lds: i32, rows: usize, j: i32): usize {
  return src + (i32.load(rows + ((j as usize) << 2)) as usize) * ((lds as usize) << 2);
}

/** The features of four samples, into the columns of dst at `to`. */
function columns(
  to: usize,
  stride: usize,
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  width: i32,
): void {
  for (; width >= 4; width -= 4) {
    store_transposed(to, stride, v128.load(r0), v128.load(r1), v128.load(r2), v128.load(r3));
    to += 4 * stride;
    r0 += 16;
    r1 += 16;
    r2 += 16;
    r3 += 16;
  }
  for (; width > 0; --width) {
    v128.store(to, column(r0, r1, r2, r3));
    to += stride;
    r0 += 4;
    r1 += 4;
    r2 += 4;
    r3 += 4;
  }
}

export function gather_rows(
  dst: usize,
  ldd: i32,
  src: usize,
  lds: i32,
  rows: usize,
  n: i32,
  width: i32,
): void {
  const stride = (ldd as usize) << 2;
  for (let j = 0; j < n; j += 4) {
    // Beyond the last sample: the last one again, then cleared.
    const r0 = row(src, lds, rows, j);
    const r1 = row(src, lds, rows, min(j + 1, n - 1));
    const r2 = row(src, lds, rows, min(j + 2, n - 1));
    const r3 = row(src, lds, rows, min(j + 3, n - 1));
    columns(at(dst, 0, 0, j), stride, r0, r1, r2, r3, width);
  }
  clear_padding(dst, ldd, width, n);
}
