import { highWord } from './bits.js';

const TWO_OVER_PI = 6.36619772367581382433e-1;
/** π/2 in pieces of 33 bits: a whole number of up to 20 bits times a piece is exact. */
const PIECES = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21] as const;
/** What each piece leaves of π/2. */
const TAILS = [6.077100506506192e-11, 2.0222662487959506e-21, 8.4784276603689e-32] as const;
/** Bits that the first and the second reduction may cancel before the next one is due. */
const CANCELLED = [16, 49] as const;
/** 2¹⁹ · π/2: quarter turns up to here are counted exactly. */
export const LARGEST_ANGLE = 823549.6;

/** What is left of an angle within ±π/4, as the sum of two numbers, and how many quarter turns
 * were taken off. Filled again by every reduction. */
const reduced = { high: 0, low: 0, quarter: 0 };

/**
 * Sine of a float64 in radians, within 1 ULP, from + − × ÷ and bit operations alone: Math.sin
 * differs between engines in its last bit. NaN for NaN and infinities.
 *
 * Source: fdlibm 5.3, `s_sin.c`, `k_sin.c`, `e_rem_pio2.c` (Sun Microsystems, freely
 * distributable), without its reduction of huge angles.
 *
 * @throws {RangeError} beyond ±LARGEST_ANGLE.
 */
export function sin(x: number): number {
  if (!reduce(x)) return Number.NaN;
  const { high, low, quarter } = reduced;
  const value = quarter & 1 ? cosine(high, low) : sine(high, low);
  return quarter & 2 ? -value : value;
}

/** Cosine of a float64 in radians, as `sin`. */
export function cos(x: number): number {
  if (!reduce(x)) return Number.NaN;
  const { high, low, quarter } = reduced;
  const value = quarter & 1 ? sine(high, low) : cosine(high, low);
  return (quarter + 1) & 2 ? -value : value;
}

/** Takes whole quarter turns off x; false for what is no number. */
function reduce(x: number): boolean {
  const magnitude = x < 0 ? -x : x;
  if (!(magnitude < Number.POSITIVE_INFINITY)) return false;
  if (magnitude > LARGEST_ANGLE) {
    throw new RangeError(`found an angle of ${x}, expected at most ${LARGEST_ANGLE} either way`);
  }
  const quarters = Math.floor(magnitude * TWO_OVER_PI + 0.5);
  subtract(magnitude, quarters);
  const sign = x < 0 ? -1 : 1;
  reduced.high *= sign;
  reduced.low *= sign;
  reduced.quarter = (sign * quarters) & 3;
  return true;
}

/** x − quarters · π/2, with as many pieces of π/2 as the cancellation asks for. */
function subtract(x: number, quarters: number): void {
  let rest = x - quarters * PIECES[0];
  let tail = quarters * TAILS[0];
  for (let i = 0; i < 2 && exponent(x) - exponent(rest - tail) > CANCELLED[i]; i++) {
    const before = rest;
    const piece = quarters * PIECES[i + 1];
    rest = before - piece;
    tail = quarters * TAILS[i + 1] - (before - rest - piece);
  }
  reduced.high = rest - tail;
  reduced.low = rest - reduced.high - tail;
}

function exponent(x: number): number {
  return (highWord(x) >> 20) & 0x7ff;
}

/** sin(x + y) for |x| ≤ π/4 and a y that is its tail. */
function sine(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z *
          (2.75573137070700676789e-6 +
            z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

/** cos(x + y), as above. */
function cosine(x: number, y: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}
