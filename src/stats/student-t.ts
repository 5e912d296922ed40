import { exp } from '../math/exp.js';
import { incompleteBeta } from '../math/incomplete-beta.js';
import { log } from '../math/log.js';
import { logGamma } from '../math/log-gamma.js';
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

/** More steps than halving any interval of float64 numbers takes. */
const MOST_STEPS = 2200;

/**
 * The p-quantile of Student's t, 0 < p < 1: P(T ≤ t) = p, as exactly as studentTail is. Newton's
 * steps, and halves of the interval that holds it where they would leave that.
 *
 * @param freedom degrees of freedom, above 0.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`found p ${p}, expected above 0 and below 1`);
  if (p < 0.5) return -upperQuantile(p, freedom);
  return p === 0.5 ? 0 : upperQuantile(1 - p, freedom);
}

/** The t > 0 with P(T > t) = tail. Tails are heavier than the normal ones, so t is not smaller. */
function upperQuantile(tail: number, freedom: number): number {
  const density = densityOf(freedom);
  let low = 0.99 * -normalQuantile(tail);
  let high = Math.max(2 * low, 1);
  for (; studentTail(high, freedom) > tail && high < Number.MAX_VALUE / 2; high *= 2) low = high;
  let t = low;
  for (let i = 0; i < MOST_STEPS; i++) {
    const excess = studentTail(t, freedom) - tail;
    if (excess > 0) low = t;
    else high = t;
    const newton = t + excess / density(t);
    // A step of Newton's leaves about the square of what it takes.
    if (Math.abs(newton - t) <= 1e-9 * t) return newton;
    const next = newton > low && newton < high ? newton : low + (high - low) / 2;
    if (next <= low || next >= high) return next;
    t = next;
  }
  return t;
}

/** Abramowitz & Stegun 26.7.2 */
function densityOf(freedom: number): (t: number) => number {
  const half = (freedom + 1) / 2;
  const scale = logGamma(half) - logGamma(freedom / 2) - log(freedom * Math.PI) / 2;
  return (t) => exp(scale - half * log(1 + (t * t) / freedom));
}
