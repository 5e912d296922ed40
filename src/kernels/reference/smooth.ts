/** The activations made of an exponential: assembly/activation/smooth.ts, operation by operation. */
import { decay, decayLessOne, decayOfHalf, logOnePlus, mulAdd } from './transcendental.js';

const round = Math.fround;
const word = new Float32Array(1);
const bits = new Int32Array(word.buffer);

const [N1, N2, N3, N4] = [0.43779564, 0.18283516, 0.04048968, 0.004092339].map(round);
const [D1, D2, D3, D4, D5] = [1.6734761, 1.2009073, 0.46840674, 0.10149907, 0.010257852].map(round);
const DENSITY = round(0.3989422804014327);
const [G1, G3] = [1.5957691216057308, 0.07135481627260025].map(round);
const TANH_MOST = round(10.8);

/** A function of one float32, or its derivative (rounded); forward() rounds the former. */
export type Smooth = (x: number, alpha: number) => number;

/** |x|, at most `most`; NaN passes through. */
const magnitude = (x: number, most: number): number => Math.min(Math.abs(x), most);
/** −0 and NaN pass through. */
function positive(x: number): number {
  if (x < 0) return 0;
  return x;
}

/** The first twelve bits. */
function headOf(y: number): number {
  word[0] = y;
  bits[0] &= 0xfffff000;
  return word[0];
}

/** e^(−y²/2) */
function bell(y: number): number {
  const head = headOf(y);
  const rest = round(round(round(y - head) * round(y + head)) * 0.5);
  return decayOfHalf(round(y * y), round(round(head * head) * 0.5), rest);
}

/** R(y) of assembly/math/normal.ts. */
function ratio(y: number): number {
  const square = round(y * y);
  const n3 = mulAdd(mulAdd(N2, N3, y), N4, square);
  const d5 = mulAdd(mulAdd(D2, D3, y), mulAdd(D4, D5, y), square);
  return round(mulAdd(mulAdd(0.5, N1, y), n3, square) / mulAdd(mulAdd(1, D1, y), d5, square));
}

/** z times the sigmoid whose argument has the size u. */
function gated(x: number, y: number, u: number): number {
  const e = decay(u);
  const divisor = round(1 + e);
  return x < 0 ? -y * round(e / divisor) : x * round(1 / divisor);
}

/** `slope`: y · u′ */
function gatedSlope(x: number, u: number, slope: number): number {
  const e = decay(u);
  const divisor = round(1 + e);
  const inverse = round(1 / divisor);
  const small = round(e / divisor);
  return x < 0
    ? round(small * mulAdd(1, -slope, inverse))
    : round(inverse * mulAdd(1, slope, small));
}

export const silu: Smooth = (x) => {
  const y = magnitude(x, 104);
  return gated(x, y, y);
};

export const siluSlope: Smooth = (x) => {
  const y = magnitude(x, 104);
  return gatedSlope(x, y, y);
};

export const geluTanh: Smooth = (x) => {
  const y = magnitude(x, TANH_MOST);
  return gated(x, y, round(y * mulAdd(G1, G3, round(y * y))));
};

export const geluTanhSlope: Smooth = (x) => {
  const y = magnitude(x, TANH_MOST);
  const cubic = round(G3 * round(y * y));
  const linear = round(G1 + cubic);
  return gatedSlope(x, round(y * linear), round(y * round(linear + round(cubic + cubic))));
};

export const gelu: Smooth = (x) => {
  const y = magnitude(x, 14.5);
  return positive(x) - round(bell(y) * round(y * ratio(y)));
};

export const geluSlope: Smooth = (x) => {
  const y = magnitude(x, 14.5);
  const g = round(bell(y) * round(ratio(y) - round(y * DENSITY)));
  return x < 0 ? g : round(1 - g);
};

export const softplus: Smooth = (x) => {
  return positive(x) + logOnePlus(decay(magnitude(x, 104)));
};

export const softplusSlope: Smooth = (x) => {
  const e = decay(magnitude(x, 104));
  return round((x < 0 ? e : 1) / round(1 + e));
};

export const elu: Smooth = (x, alpha) => (x < 0 ? alpha * decayLessOne(magnitude(x, 18)) : x);

export const eluSlope: Smooth = (x, alpha) => (x > 0 ? 1 : round(alpha * decay(magnitude(x, 104))));
