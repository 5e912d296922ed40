import { log } from './transcendental.js';

const round = Math.fround;
const floats = (list: readonly number[]): readonly number[] => list.map(round);

const CENTRE = floats([
  2.1233132, 0.34880364, -0.005906122, -0.0017743168, 0.00030735956, -5.790091e-6, -4.505521e-6,
  4.463748e-7,
]);
const TAIL = floats([
  4.006435, 1.416595, 0.013338, -0.010934644, 0.0081971, -0.004750771, 0.0016354896, -0.00023859166,
]);

const mulAdd = (acc: number, a: number, b: number): number => round(acc + round(a * b));

/** p0 + p1 v + … + p7 v⁷, in pairs of terms. */
function polynomial(p: readonly number[], v: number): number {
  const square = round(v * v);
  const lower = mulAdd(mulAdd(p[0], p[1], v), mulAdd(p[2], p[3], v), square);
  const upper = mulAdd(mulAdd(p[4], p[5], v), mulAdd(p[6], p[7], v), square);
  return mulAdd(lower, upper, round(square * square));
}

/**
 * The quantile of the standard normal distribution at (word + ½) / 2³², in float32: the operations
 * of assembly/random/rows.ts, with the polynomials of assembly/math/quantile.ts.
 */
export function normalOf(word: number): number {
  const middle = round(round((word ^ 0x80000000) | 0) + 0.5);
  const end = round(round(round(word ^ (word >> 31)) + 0.5) / 2147483648);
  const w = -log(round(end * round(2 - end)));
  const p =
    w >= 5 ? polynomial(TAIL, round(round(Math.sqrt(w)) - 3)) : polynomial(CENTRE, round(w - 2.5));
  return round(p * round(middle / 2147483648));
}
