/** Float64 truths with tolerances from the reduction length (standard forward error bounds). */
import type { Expected } from './check.js';

/** Half a unit in the last place of float32, and the smallest subnormal. */
const U = 2 ** -24;
const TINY = 2 ** -149;

/** Σ of `count` terms, each a product rounded once, summed in any order; `extra` later roundings. */
export function sumOf(count: number, term: (s: number) => number, extra = 0): Expected {
  let value = 0;
  let magnitude = 0;
  for (let s = 0; s < count; ++s) {
    const t = term(s);
    value += t;
    magnitude += Math.abs(t);
  }
  return { value, tolerance: (count + 1 + extra) * U * magnitude * 1.01 + count * TINY };
}

/** A value that `roundings` float32 operations of size at most `magnitude` led to. */
export function near(value: number, magnitude: number, roundings: number): Expected {
  return { value, tolerance: roundings * U * Math.abs(magnitude) * 1.01 + roundings * TINY };
}
