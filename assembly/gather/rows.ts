/**
 * Fetches a minibatch: samples by index out of the sample-major dataset, transposed on the way
 * into feature-major columns. Reads no float beyond `width` of any row.
 */
import { at, lanes_below } from '../lanes';
import { store_transposed } from '../transpose';

/** One feature of four samples. */
function column(r0: usize, r1: usize, r2: usize, r3: usize): v128 {
  let x = v128.load32_zero(r0);
  x = v128.load32_lane(r1, x, 1);
  x = v128.load32_lane(r2, x, 2);
  return v128.load32_lane(r3, x, 3);
}

function row(src: usize, lds: i32, rows: usize, j: i32): usize {
  return src + (i32.load(rows + ((j as usize) << 2)) as usize) * ((lds as usize) << 2);
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
    const last = n - 1;
    let r0 = row(src, lds, rows, j);
    let r1 = row(src, lds, rows, min(j + 1, last));
    let r2 = row(src, lds, rows, min(j + 2, last));
    let r3 = row(src, lds, rows, min(j + 3, last));
    const mask = lanes_below(n - j);
    let to = at(dst, 0, 0, j);
    let left = width;
    for (; left >= 4; left -= 4) {
      const x0 = v128.load(r0);
      const x1 = v128.and(v128.load(r1), i32x4.splat(i32x4.extract_lane(mask, 1)));
      const x2 = v128.and(v128.load(r2), i32x4.splat(i32x4.extract_lane(mask, 2)));
      const x3 = v128.and(v128.load(r3), i32x4.splat(i32x4.extract_lane(mask, 3)));
      store_transposed(to, stride, x0, x1, x2, x3);
      to += 4 * stride;
      r0 += 16;
      r1 += 16;
      r2 += 16;
      r3 += 16;
    }
    for (; left > 0; --left) {
      v128.store(to, v128.and(column(r0, r1, r2, r3), mask));
      to += stride;
      r0 += 4;
      r1 += 4;
      r2 += 4;
      r3 += 4;
    }
  }
}
