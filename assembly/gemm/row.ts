/** A single row of C: B is read once, so its columns go wide and nothing is packed. */
import { mul_add } from '../lanes';
import { half_of } from './blocking';
import { finish } from './epilogue';
import { store_pair } from './panel';

/** c (1 × n) = a (1 × k, `step` bytes from element to element) · B (k × n). */
export function row_product(
  c: usize,
  a: usize,
  step: usize,
  b: usize,
  ldb: usize,
  n: i32,
  k: i32,
  kind: i32,
  e: usize,
): void {
  let column: usize = 0;
  for (; n >= 24; n -= 24, column += 96) {
    twenty_four(c + column, a, step, b + column, ldb, k, kind, e, column);
  }
  for (; n > 0; n -= 8, column += 32) {
    eight(c + column, a, step, b + column, ldb, k, half_of(n), kind, e, column);
  }
}

/** Six accumulators: V8 loads all operands of a step at once, and eight would spill. */
function twenty_four(
  c: usize,
  a: usize,
  step: usize,
  b: usize,
  ldb: usize,
  k: i32,
  kind: i32,
  e: usize,
  column: usize,
): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  let c2 = f32x4.splat(0);
  let c3 = f32x4.splat(0);
  let c4 = f32x4.splat(0);
  let c5 = f32x4.splat(0);
  for (; k > 0; --k) {
    const x = v128.load32_splat(a);
    c0 = mul_add(c0, x, v128.load(b));
    c1 = mul_add(c1, x, v128.load(b, 16));
    c2 = mul_add(c2, x, v128.load(b, 32));
    c3 = mul_add(c3, x, v128.load(b, 48));
    c4 = mul_add(c4, x, v128.load(b, 64));
    c5 = mul_add(c5, x, v128.load(b, 80));
    a += step;
    b += ldb;
  }
  v128.store(c, finish(c0, kind, e, column));
  v128.store(c, finish(c1, kind, e, column + 16), 16);
  v128.store(c, finish(c2, kind, e, column + 32), 32);
  v128.store(c, finish(c3, kind, e, column + 48), 48);
  v128.store(c, finish(c4, kind, e, column + 64), 64);
  v128.store(c, finish(c5, kind, e, column + 80), 80);
}

/** Eight columns, or four where `half` is 0. */
function eight(
  c: usize,
  a: usize,
  step: usize,
  b: usize,
  ldb: usize,
  k: i32,
  half: usize,
  kind: i32,
  e: usize,
  column: usize,
): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  for (; k > 0; --k) {
    const x = v128.load32_splat(a);
    c0 = mul_add(c0, x, v128.load(b));
    c1 = mul_add(c1, x, v128.load(b + half));
    a += step;
    b += ldb;
  }
  c0 = finish(c0, kind, e, column);
  c1 = finish(c1, kind, e, column + half);
  store_pair(c, half, c0, c1);
}
