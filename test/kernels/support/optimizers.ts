/** Every optimizer as its kernels make it, and as the plain formulas in float64 do. */
import type { Kernels } from '../../../src/kernels/contract.js';

export interface Rule {
  readonly name: string;
  /** Vectors of state. */
  readonly states: number;
  /** One update with kernels: p, g and the state by their byte offsets; t counts from 1. */
  update(kernels: Kernels, at: readonly number[], count: number, t: number): void;
  /** The same for one parameter; s is its state. */
  plain(p: number, g: number, s: number[], t: number): number;
}

const [LR, MU, B1, B2, EPS] = [0.05, 0.9, 0.9, 0.999, 1e-8];
const [ALPHA, RHO] = [0.99, 0.9];

const bias = (beta: number, t: number): number => 1 - beta ** t;
const adam = (t: number) => [B1, B2, EPS, LR / bias(B1, t), 1 / Math.sqrt(bias(B2, t))] as const;

function moments(s: number[], g: number): void {
  s[0] = B1 * s[0] + (1 - B1) * g;
  s[1] = B2 * s[1] + (1 - B2) * g * g;
}

const adamStep = (mean: number, square: number, t: number): number =>
  (LR * (mean / bias(B1, t))) / (Math.sqrt(square / bias(B2, t)) + EPS);

function mean(old: number, share: number, x: number): number {
  return (1 - share) * old + share * x;
}

export const RULES: readonly Rule[] = [
  {
    name: 'sgd',
    states: 0,
    update: (k, [p, g], n) => k.sgd_update(p, g, n, LR),
    plain: (p, g) => p - LR * g,
  },
  {
    name: 'momentum',
    states: 1,
    update: (k, [p, g, v], n) => k.momentum_update(p, g, v, n, LR, MU),
    plain: (p, g, s) => {
      s[0] = MU * s[0] + g;
      return p - LR * s[0];
    },
  },
  {
    name: 'nesterov',
    states: 1,
    update: (k, [p, g, v], n) => k.nesterov_update(p, g, v, n, LR, MU),
    plain: (p, g, s) => {
      s[0] = MU * s[0] + g;
      return p - LR * (g + MU * s[0]);
    },
  },
  {
    name: 'adam',
    states: 2,
    update: (k, [p, g, m, v], n, t) => k.adam_update(p, g, m, v, n, ...adam(t)),
    plain: (p, g, s, t) => {
      moments(s, g);
      return p - adamStep(s[0], s[1], t);
    },
  },
  {
    name: 'amsgrad',
    states: 3,
    update: (k, [p, g, m, v, w], n, t) => k.amsgrad_update(p, g, m, v, w, n, ...adam(t)),
    plain: (p, g, s, t) => {
      moments(s, g);
      s[2] = Math.max(s[2], s[1]);
      return p - adamStep(s[0], s[2], t);
    },
  },
  {
    name: 'adagrad',
    states: 1,
    update: (k, [p, g, v], n) => {
      k.adagrad_scale(g, v, n, EPS);
      k.sgd_update(p, g, n, LR);
    },
    plain: (p, g, s) => {
      s[0] += g * g;
      return p - (LR * g) / (Math.sqrt(s[0]) + EPS);
    },
  },
  {
    name: 'adadelta',
    states: 2,
    update: (k, [p, g, v, d], n) => {
      k.adadelta_scale(g, v, d, n, RHO, 1e-6);
      k.sgd_update(p, g, n, LR);
    },
    plain: (p, g, s) => {
      s[0] = mean(s[0], 1 - RHO, g * g);
      const u = (Math.sqrt(s[1] + 1e-6) / Math.sqrt(s[0] + 1e-6)) * g;
      s[1] = mean(s[1], 1 - RHO, u * u);
      return p - LR * u;
    },
  },
  {
    name: 'rmsprop',
    states: 1,
    update: (k, [p, g, v], n) => k.rmsprop_update(p, g, v, n, LR, ALPHA, EPS),
    plain: (p, g, s) => {
      s[0] = mean(s[0], 1 - ALPHA, g * g);
      return p - (LR * g) / (Math.sqrt(s[0]) + EPS);
    },
  },
  {
    name: 'rmsprop, centred, with momentum',
    states: 3,
    update: (k, [p, g, v, c, b], n) => {
      k.rms_scale_centered(g, v, c, n, ALPHA, EPS);
      k.momentum_update(p, g, b, n, LR, MU);
    },
    plain: (p, g, s) => {
      s[0] = mean(s[0], 1 - ALPHA, g * g);
      s[1] = mean(s[1], 1 - ALPHA, g);
      s[2] = MU * s[2] + g / (Math.sqrt(s[0] - s[1] ** 2) + EPS);
      return p - LR * s[2];
    },
  },
];
