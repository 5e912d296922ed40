/**
 * exp, sigmoid, tanh and log of one float32, and e^−u: the polynomials of assembly/math and
 * assembly/activation, operation by operation.
 */
const round = Math.fround;
const word = new Float32Array(1);
const bits = new Int32Array(word.buffer);

const LOG2E = round(1.4426950216293335);
const LN2_HIGH = 0.693115234375;
const LN2_LOW = round(3.1946183e-5);
const ROUNDER = 12582912;
const ROUNDER_BITS = 0x4b400000;
/** The least normal number. */
const NORMAL = 1.1754943508222875e-38;
const ONE_BITS = 0x3f800000;
/** 2⁻⁶⁴, and the bits of 2⁶⁴. */
const DOWN = 5.421010862427522e-20;
const UP_BITS = 0x5f800000;
const [E2, E3, E4, E5, E6] = [0.49999994, 0.1666652, 0.041668262, 0.008368862, 0.0013821485].map(
  round,
);
const [T1, T2, T3, T4, T5] = [
  -0.33333316, 0.13332544, -0.053847548, 0.021050714, -0.0062428494,
].map(round);
const [S0, S1, S2, S3] = [0.6666642, 0.4002144, 0.28002942, 0.28007331].map(round);
const [L3, L4, L5, L6, L7, L8, L9, L10] = [
  0.33333215, -0.24999806, 0.20010427, -0.16680196, 0.14005734, -0.12187478, 0.13984594,
  -0.12880054,
].map(round);

function bitsOf(x: number): number {
  word[0] = x;
  return bits[0];
}

function floatOf(pattern: number): number {
  bits[0] = pattern;
  return word[0];
}

/** NaN passes through. */
const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

export const mulAdd = (acc: number, a: number, b: number): number => round(acc + round(a * b));

/** eʳ − 1 for r = x − n · ln 2. */
function growth(x: number, n: number): number {
  const high = round(x - round(n * LN2_HIGH));
  const low = round(n * LN2_LOW);
  const r = round(high - low);
  const square = round(r * r);
  const upper = mulAdd(mulAdd(E4, E5, r), E6, square);
  const q = mulAdd(mulAdd(E2, E3, r), square, upper);
  return round(high + round(round(square * q) - low));
}

export function exp(argument: number): number {
  const x = clamp(argument, -104, 89);
  const shifted = round(round(x * LOG2E) + ROUNDER);
  const p = round(1 + growth(x, round(shifted - ROUNDER)));
  const n = (bitsOf(shifted) - ROUNDER_BITS) | 0;
  const half = n >> 1;
  const s1 = floatOf(((half << 23) + ONE_BITS) | 0);
  const s2 = floatOf((((n - half) << 23) + ONE_BITS) | 0);
  return round(round(p * s1) * s2);
}

/** The k of e^−u = 2ᵏ e⁻ʳ in the low bits, from a number whose product with `factor` is −u log₂ e. */
const shiftOf = (size: number, factor: number): number => mulAdd(ROUNDER, size, factor);

/** e^−u for 0 ≤ u ≤ 106. */
export const decay = (u: number): number => decayOf(u, 0, shiftOf(u, -LOG2E));

/** e^−(square / 2), given as u + rest, of which rest is small. */
export const decayOfHalf = (square: number, u: number, rest: number): number =>
  decayOf(u, rest, shiftOf(square, -LOG2E / 2));

function decayOf(u: number, rest: number, shifted: number): number {
  return round(round(1 + decayGrowth(u, rest, shifted)) * powerOf(shifted));
}

/** e^−u − 1 for 0 ≤ u ≤ 18. */
export function decayLessOne(u: number): number {
  const shifted = shiftOf(u, -LOG2E);
  const scale = powerOf(shifted);
  return mulAdd(round(scale - 1), scale, decayGrowth(u, 0, shifted));
}

/** 2ᵏ, of which k may be −152. */
function powerOf(shifted: number): number {
  return round(floatOf(((bitsOf(shifted) << 23) + UP_BITS) | 0) * DOWN);
}

/** e⁻ʳ − 1 */
function decayGrowth(u: number, rest: number, shifted: number): number {
  const k = round(shifted - ROUNDER);
  const above = mulAdd(u, k, LN2_HIGH);
  const below = mulAdd(rest, k, LN2_LOW);
  const r = round(above + below);
  const square = round(r * r);
  const first = round(round(square * mulAdd(E2, -E3, r)) - below);
  const upper = mulAdd(mulAdd(E4, -E5, r), E6, square);
  return round(mulAdd(first, round(square * square), upper) - above);
}

/** log(1 + e) for 0 ≤ e ≤ 1. */
export function logOnePlus(e: number): number {
  const s = round(e / round(2 + e));
  const square = round(s * s);
  const p = mulAdd(mulAdd(S0, S1, square), mulAdd(S2, S3, square), round(square * square));
  return mulAdd(round(e - round(s * e)), round(s * square), p);
}

export function sigmoid(argument: number): number {
  const one = 1 / 4294967296;
  const x = clamp(argument, -104, 18);
  const shifted = round(round(x * -LOG2E) + ROUNDER);
  const g = growth(-x, round(shifted - ROUNDER));
  const scale = floatOf(((bitsOf(shifted) << 23) + ((127 - 32) << 23)) | 0);
  const sum = round(one + scale);
  const lost = round(one - round(sum - scale));
  return round(one / round(sum + round(round(scale * g) + lost)));
}

export function tanh(x: number): number {
  const y = Math.abs(x);
  const square = round(y * y);
  let result: number;
  if (y < round(0.55)) {
    let p = mulAdd(T4, T5, square);
    p = mulAdd(T3, p, square);
    p = mulAdd(T2, p, square);
    p = mulAdd(T1, p, square);
    result = mulAdd(y, y, round(square * p));
  } else {
    const double = 2 * Math.min(y, 10);
    const shifted = round(round(double * LOG2E) + ROUNDER);
    const g = growth(double, round(shifted - ROUNDER));
    const scale = floatOf(((bitsOf(shifted) << 23) + ONE_BITS) | 0);
    result = round(1 - round(2 / mulAdd(round(1 + scale), scale, g)));
  }
  return x < 0 || Object.is(x, -0) ? -result : result;
}

export function log(x: number): number {
  if (!(x < Number.POSITIVE_INFINITY)) return x;
  if (x <= 0) return x < 0 ? Number.NaN : Number.NEGATIVE_INFINITY;
  const subnormal = x < NORMAL;
  const pattern = (bitsOf(subnormal ? x * 16777216 : x) - 0x3f2aaaab) | 0;
  const f = round(floatOf(((pattern & 0x7fffff) + 0x3f2aaaab) | 0) - 1);
  const e = (pattern >> 23) - (subnormal ? 24 : 0);
  const square = round(f * f);
  const lower = mulAdd(mulAdd(L3, L4, f), mulAdd(L5, L6, f), square);
  const upper = mulAdd(mulAdd(L7, L8, f), mulAdd(L9, L10, f), square);
  const p = mulAdd(lower, upper, round(square * square));
  const whole = round(e * LN2_HIGH);
  const sum = round(whole + f);
  const lost = round(f - round(sum - whole));
  const half = round(square * 0.5);
  const total = round(sum - half);
  const lostToo = round(round(sum - total) - half);
  const rest = mulAdd(mulAdd(lost, e, LN2_LOW), round(square * f), p);
  return round(total + round(lostToo + rest));
}
