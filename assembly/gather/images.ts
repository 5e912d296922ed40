/**
 * Fetches a minibatch of images by index, each moved by a map of its own, transposed into
 * feature-major columns. Four samples side by side, a sample a lane. An index beyond the image
 * becomes 0 before it is used and its pixel +0 after, so that no map can read outside.
 */
import { at, clear_padding, mul_add } from '../lanes';
import { column, row } from './rows';

/** The map of sample j: six floats. */
function map(maps: usize, j: i32): usize {
  return maps + 24 * (j as usize);
}

/** One pixel of four images, at an offset in each; +0 where `valid` has no ones. */
function pixel(r0: usize, r1: usize, r2: usize, r3: usize, offset: v128, valid: v128): v128 {
  const x = column(
    r0 + (i32x4.extract_lane(offset, 0) as usize),
    r1 + (i32x4.extract_lane(offset, 1) as usize),
    r2 + (i32x4.extract_lane(offset, 2) as usize),
    r3 + (i32x4.extract_lane(offset, 3) as usize),
  );
  return v128.and(x, valid);
}

/** a + t (b − a) */
function between(a: v128, b: v128, t: v128): v128 {
  return mul_add(a, t, f32x4.sub(b, a));
}

export function gather_images(
  dst: usize,
  ldd: i32,
  src: usize,
  lds: i32,
  rows: usize,
  n: i32,
  height: i32,
  width: i32,
  channels: i32,
  maps: usize,
): void {
  const step = (ldd as usize) << 2;
  const rowLimit = i32x4.splat(height);
  const columnLimit = i32x4.splat(width);
  const pixelBytes = i32x4.splat(channels << 2);
  const rowBytes = i32x4.splat((channels * width) << 2);
  const one = i32x4.splat(1);
  for (let j = 0; j < n; j += 4) {
    // Beyond the last sample: the last one again, then cleared.
    const s1 = min(j + 1, n - 1);
    const s2 = min(j + 2, n - 1);
    const s3 = min(j + 3, n - 1);
    const r0 = row(src, lds, rows, j);
    const r1 = row(src, lds, rows, s1);
    const r2 = row(src, lds, rows, s2);
    const r3 = row(src, lds, rows, s3);
    const p0 = map(maps, j);
    const p1 = map(maps, s1);
    const p2 = map(maps, s2);
    const p3 = map(maps, s3);
    const m0 = column(p0, p1, p2, p3);
    const m1 = column(p0 + 4, p1 + 4, p2 + 4, p3 + 4);
    const m2 = column(p0 + 8, p1 + 8, p2 + 8, p3 + 8);
    const m3 = column(p0 + 12, p1 + 12, p2 + 12, p3 + 12);
    const m4 = column(p0 + 16, p1 + 16, p2 + 16, p3 + 16);
    const m5 = column(p0 + 20, p1 + 20, p2 + 20, p3 + 20);
    let to = at(dst, 0, 0, j);
    for (let r = 0; r < height; ++r) {
      const rowStart = f32x4.mul(m0, f32x4.splat(r as f32));
      const columnStart = f32x4.mul(m3, f32x4.splat(r as f32));
      for (let c = 0; c < width; ++c) {
        const y = f32x4.add(mul_add(rowStart, m1, f32x4.splat(c as f32)), m2);
        const x = f32x4.add(mul_add(columnStart, m4, f32x4.splat(c as f32)), m5);
        const above = f32x4.floor(y);
        const left = f32x4.floor(x);
        const down = f32x4.sub(y, above);
        const right = f32x4.sub(x, left);
        const y0 = i32x4.trunc_sat_f32x4_s(above);
        const x0 = i32x4.trunc_sat_f32x4_s(left);
        const y1 = i32x4.add(y0, one);
        const x1 = i32x4.add(x0, one);
        const inY0 = i32x4.lt_u(y0, rowLimit);
        const inY1 = i32x4.lt_u(y1, rowLimit);
        const inX0 = i32x4.lt_u(x0, columnLimit);
        const inX1 = i32x4.lt_u(x1, columnLimit);
        const upper = i32x4.mul(v128.and(y0, inY0), rowBytes);
        const lower = i32x4.mul(v128.and(y1, inY1), rowBytes);
        const near = i32x4.mul(v128.and(x0, inX0), pixelBytes);
        const far = i32x4.mul(v128.and(x1, inX1), pixelBytes);
        for (let byte: usize = 0, end = (channels as usize) << 2; byte < end; byte += 4) {
          const a = pixel(
            r0 + byte,
            r1 + byte,
            r2 + byte,
            r3 + byte,
            i32x4.add(upper, near),
            v128.and(inY0, inX0),
          );
          const b = pixel(
            r0 + byte,
            r1 + byte,
            r2 + byte,
            r3 + byte,
            i32x4.add(upper, far),
            v128.and(inY0, inX1),
          );
          const d = pixel(
            r0 + byte,
            r1 + byte,
            r2 + byte,
            r3 + byte,
            i32x4.add(lower, near),
            v128.and(inY1, inX0),
          );
          const e = pixel(
            r0 + byte,
            r1 + byte,
            r2 + byte,
            r3 + byte,
            i32x4.add(lower, far),
            v128.and(inY1, inX1),
          );
          v128.store(to, between(between(a, b, right), between(d, e, right), down));
          to += step;
        }
      }
    }
  }
  clear_padding(dst, ldd, height * width * channels, n);
}
