/** Absolute error, Huber and binary cross-entropy: float64 sums, and gradients. */
import type { Kernels } from '../contract.js';
import type { Delta as DeltaOperands } from '../operands.js';
import { exp, logOnePlus, sigmoid } from './transcendental.js';
import type { Views } from './views.js';

type Name = 'l1' | 'huber' | 'binary_cross_entropy';
export type DeviationKernels = Pick<Kernels, `${Name}_sum` | `${Name}_delta`>;

/** A term of a sum in float64, or an element of a gradient in float32. */
type Of = (o: number, y: number, limit: number) => number;
type Sum = (
  o: number,
  ldo: number,
  y: number,
  ldy: number,
  m: number,
  n: number,
  limit?: number,
) => number;
type Delta = (...args: [...DeltaOperands, limit?: number]) => void;

const round = Math.fround;

/** log(1 + e^−|o|), NaN for an infinite o. */
const tail = (o: number): number => logOnePlus(exp(round(o - round(o + Math.abs(o)))));

const absolute: Of = (o, y) => Math.abs(o - y);

const huber: Of = (o, y, limit) => {
  const r = Math.abs(o - y);
  const near = Math.min(r, limit);
  return near * (r - near * 0.5);
};

const binary: Of = (o, y) => Math.max(o, 0) - o * y + tail(o);

const sign: Of = (o, y) => Math.sign(round(o - y)) + 0;
const limited: Of = (o, y, limit) => Math.min(Math.max(round(o - y), -limit), limit);

export function deviationKernels({ f32 }: Views): DeviationKernels {
  const sumOf =
    (of: Of): Sum =>
    (o, ldo, y, ldy, m, n, limit = 0) => {
      const most = round(limit);
      const p = [0, 0, 0, 0];
      for (let i = 0; i < m; ++i) {
        const u = ((o >>> 2) + i * ldo) | 0;
        const v = ((y >>> 2) + i * ldy) | 0;
        for (let j = 0; j < n; ++j) p[j & 3] += of(f32[u + j], f32[v + j], most);
      }
      return p[0] + p[1] + (p[2] + p[3]);
    };

  const deltaOf =
    (of: Of): Delta =>
    (d, ldd, o, ldo, y, ldy, m, n, scale, limit = 0) => {
      const s = round(scale);
      const most = round(limit);
      const end = (n + 3) & ~3;
      for (let i = 0; i < m; ++i) {
        const to = ((d >>> 2) + i * ldd) | 0;
        const u = ((o >>> 2) + i * ldo) | 0;
        const v = ((y >>> 2) + i * ldy) | 0;
        for (let j = 0; j < n; j = (j + 1) | 0) {
          f32[(to + j) | 0] = of(f32[(u + j) | 0], f32[(v + j) | 0], most) * s;
        }
        for (let j = n; j < end; ++j) f32[to + j] = 0;
      }
    };

  return {
    l1_sum: sumOf(absolute),
    l1_delta: deltaOf(sign),
    huber_sum: sumOf(huber),
    huber_delta: deltaOf(limited),
    binary_cross_entropy_sum: sumOf(binary),
    binary_cross_entropy_delta: deltaOf((o, y) => round(sigmoid(o) - y)),
  };
}
