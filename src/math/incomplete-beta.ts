import { exp } from './exp.js';
import { log } from './log.js';
import { logGamma } from './log-gamma.js';

/** Far more steps than a and b up to 1e6 take: about √max(a, b). */
const MOST_STEPS = 10_000;
const TINY = 1e-300;
const EPSILON = 2.220446049250313e-16;

/**
 * The regularised incomplete beta function I_x(a, b), 0 to 1, for a, b > 0; about 13 digits, also
 * where it is tiny (9 for a or b of a million). NaN outside of its domain.
 *
 * @param x 0 to 1.
 * @param y 1 − x, which the caller may know without cancellation.
 *
 * Source: DLMF 8.17.22 (continued fraction) by Lentz's algorithm as Thompson & Barnett modified it
 * (J. Comput. Phys. 64, 1986); 8.17.4 (symmetry) where that converges faster.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  const scale = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(y));
  return x < (a + 1) / (a + b + 2)
    ? (scale * fraction(a, b, x)) / a
    : 1 - (scale * fraction(b, a, y)) / b;
}

/** 1 / (1 + d₁ / (1 + d₂ / (1 + …))) */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return value;
}

function notZero(value: number): number {
  return value === 0 ? TINY : value;
}
