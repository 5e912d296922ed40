import { incompleteBeta } from '../math/incomplete-beta.js';
import { normalQuantile } from '../math/normal-quantile.js';

/**
 * P(T > t) for Student's t: the p of a one-sided test, with about 13 digits also where it is tiny.
 *
 * @param t any number; infinities give 0 and 1, NaN gives NaN.
 * @param freedom degrees of freedom, above 0.
 *
 * Source: Abramowitz & Stegun 26.7.1, ½ · I_{ν/(ν+t²)}(ν/2, ½) for t ≥ 0.
 */
export function studentTail(t: number, freedom: number): number {
  if (!(freedom > 0)) throw new RangeError(`found ${freedom} degrees of freedom, expected above 0`);
  if (t !== t) return Number.NaN;
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const total = freedom + square;
  const tail = incompleteBeta(freedom / 2, 0.5, freedom / total, square / total) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** P(T ≤ t), see studentTail. */
export function studentCdf(t: number, freedom: number): number {
  return studentTail(-t, freedom);
}

/** More halvings than float64 has between 0 and its largest number. */
const MOST_HALVINGS = 2200;

/**
 * The p-quantile of Student's t, 0 < p < 1: P(T ≤ t) = p. Found by halving the interval that holds
 * it until nothing is left between its ends, so it is exact to the last digits of studentTail.
 *
 * @param freedom degrees of freedom, above 0.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`found p ${p}, expected above 0 and below 1`);
  if (p < 0.5) return -upperQuantile(p, freedom);
  return p === 0.5 ? 0 : upperQuantile(1 - p, freedom);
}

/** The t > 0 with P(T > t) = tail. Its tails are heavier than the normal ones, its t not smaller. */
function upperQuantile(tail: number, freedom: number): number {
  let low = 0.99 * -normalQuantile(tail);
  let high = Math.max(2 * low, 1);
  while (studentTail(high, freedom) > tail && high < Number.MAX_VALUE / 2) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < MOST_HALVINGS; i++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (studentTail(middle, freedom) > tail) low = middle;
    else high = middle;
  }
  return high;
}
