import { log } from './log.js';

/** ½ · ln 2π */
const HALF_LOG_2PI = 0.91893853320467274178;
/** Stirling's series is used from here on: its first term that is left out is below 1e-16. */
const STIRLING_FROM = 10;
/** B₂ₖ / (2k(2k − 1)) for k = 1 … 7. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/**
 * ln Γ(x) for x > 0, from + − × ÷ and our own log. Within 1e-14 up to 10, within 1e-15 of its
 * magnitude above; NaN for anything that is not above 0.
 *
 * Source: Abramowitz & Stegun 6.1.41 (Stirling's series), below 10 with 6.1.15 (Γ(x + 1) = x Γ(x)).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let z = x;
  for (; z < STIRLING_FROM; z++) product *= z;
  const square = 1 / (z * z);
  let series = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series * square + STIRLING[k];
  const value = (z - 0.5) * log(z) - z + HALF_LOG_2PI + series / z;
  return z === x ? value : value - log(product);
}
