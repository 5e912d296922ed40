/**
 * Constants that stay in registers. Binaryen would move a splat of a literal into the loop that
 * uses it, where it costs three instructions each time round; these it cannot see through.
 */

/** 0 for every m ≥ 0, unknown to the compiler. */
export function nothing(m: i32): i32 {
  return m >> 31;
}

/** The constant in all lanes. `zero`: from `nothing`. */
export function hold(constant: f32, zero: i32): v128 {
  return i32x4.splat(reinterpret<i32>(constant) | zero);
}
