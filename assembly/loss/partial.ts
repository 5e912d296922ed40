/** Two pairs of float64 partial sums over the columns 0, 1, 2, 3 (mod 4). */

/** The upper two floats, where the lower two are. */
export function upper(x: v128): v128 {
  return i64x2.shuffle(x, x, 1, 1);
}

/** (p0 + p1) + (p2 + p3) */
export function sum_pairs(p01: v128, p23: v128): f64 {
  return (
    f64x2.extract_lane(p01, 0) +
    f64x2.extract_lane(p01, 1) +
    (f64x2.extract_lane(p23, 0) + f64x2.extract_lane(p23, 1))
  );
}
