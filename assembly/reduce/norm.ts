/** Sums over all of a tensor in float64: norms for clipping, penalties. */

/** `squared`: of squares; else of magnitudes. The latency of the sums leaves time for the choice. */
function sum(a: usize, count: i32, squared: bool): f64 {
  let p01 = f64x2.splat(0);
  let p23 = f64x2.splat(0);
  for (; count > 0; count -= 4, a += 16) {
    let x: v128;
    if (count >= 4) x = v128.load(a);
    else {
      // The lanes beyond hold 0 and change no sum.
      x = v128.load32_zero(a);
      if (count > 1) x = v128.load32_lane(a, x, 1, 4);
      if (count > 2) x = v128.load32_lane(a, x, 2, 8);
    }
    let low = f64x2.promote_low_f32x4(x);
    let high = f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 1));
    if (squared) {
      low = f64x2.mul(low, low);
      high = f64x2.mul(high, high);
    } else {
      low = f64x2.abs(low);
      high = f64x2.abs(high);
    }
    p01 = f64x2.add(p01, low);
    p23 = f64x2.add(p23, high);
  }
  return (
    f64x2.extract_lane(p01, 0) +
    f64x2.extract_lane(p01, 1) +
    (f64x2.extract_lane(p23, 0) + f64x2.extract_lane(p23, 1))
  );
}

export function square_sum(a: usize, count: i32): f64 {
  return sum(a, count, true);
}

export function abs_sum(a: usize, count: i32): f64 {
  return sum(a, count, false);
}
