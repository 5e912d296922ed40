import { exp } from './exp.js';

const TWO_OVER_ROOT_PI = 1.1283791670955126;
/** Where the series has cancelled nothing yet and the fraction converges fast. */
const BORDER = 2.5;
/** Beyond it erf is 1 in float64. */
const SATURATED = 6;

/**
 * The error function in float64, to about 1e-15, from + − × ÷ and our own exp.
 *
 * Sources: Abramowitz & Stegun 7.1.6 (a series of positive terms) and 7.1.14 (a continued fraction).
 */
export function erf(x: number): number {
  if (x !== x) return x;
  const magnitude = x < 0 ? -x : x;
  const value =
    magnitude >= SATURATED ? 1 : magnitude < BORDER ? series(magnitude) : 1 - tail(magnitude);
  return x < 0 ? -value : value;
}

/** 2/√π · e^(−x²) · Σ 2ᵏ·x^(2k+1) / (1·3·…·(2k+1)) */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (2 * x * x) / (2 * k + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * exp(-x * x) * sum;
}

/** erfc(x) = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 3/2/(x + …)))), from the inside out. */
function tail(x: number): number {
  let fraction = x;
  for (let k = 80; k >= 1; k--) fraction = x + k / 2 / fraction;
  return ((TWO_OVER_ROOT_PI / 2) * exp(-x * x)) / fraction;
}
