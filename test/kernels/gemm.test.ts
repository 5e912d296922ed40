/** The three products of backprop with their epilogues, over every remainder of tile and block. */
import { describe, test } from 'vitest';
import { gemmScratchBytes } from '../../src/kernels/scratch.js';
import { type Arena, type Matrix, Touch } from './support/arena.js';
import { type Call, check, checkBounds, type Expected } from './support/check.js';
import { sumOf } from './support/oracle.js';
import { type Draw, special, uniform } from './support/values.js';

type Form = 'nn' | 'tn' | 'nt';
type Epilogue = 'plain' | 'bias' | 'bias_relu' | 'relu_backward';
type Product = Extract<Call['kernel'], `gemm_${string}`>;

interface Variant {
  readonly kernel: Product;
  readonly form: Form;
  readonly epilogue: Epilogue;
  readonly scratch: boolean;
}

const VARIANTS: readonly Variant[] = [
  { kernel: 'gemm_nn', form: 'nn', epilogue: 'plain', scratch: true },
  { kernel: 'gemm_nn_bias', form: 'nn', epilogue: 'bias', scratch: true },
  { kernel: 'gemm_nn_bias_relu', form: 'nn', epilogue: 'bias_relu', scratch: true },
  { kernel: 'gemm_tn', form: 'tn', epilogue: 'plain', scratch: true },
  { kernel: 'gemm_tn_relu_backward', form: 'tn', epilogue: 'relu_backward', scratch: true },
  { kernel: 'gemm_nt', form: 'nt', epilogue: 'plain', scratch: true },
  { kernel: 'gemm_nt_dot', form: 'nt', epilogue: 'plain', scratch: false },
];

// Below, equal, above and multiple of the tile (4 × 8), of the packing thresholds (12, 16), of the
// unrolled steps (2) and of the blocks (64 rows, 256 columns).
const M = [1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 17];
const N = [1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 31, 33];
const K = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 18, 19, 33];
const LARGE = [
  [63, 127, 17],
  [64, 128, 16],
  [65, 129, 19],
  [128, 256, 18],
  [131, 261, 23],
  [65, 277, 19],
  [100, 100, 100],
  [1, 100, 256],
  [256, 100, 1],
  [256, 4, 100],
  [2, 300, 37],
];
const EMPTY = [
  [0, 5, 5],
  [5, 0, 5],
  [5, 5, 0],
];

interface Options {
  readonly draw: Draw;
  readonly gap: number;
  readonly oracle: boolean;
  readonly alias?: boolean;
}

function build(arena: Arena, v: Variant, [m, n, k]: readonly number[], o: Options): Call {
  const none = m * n * k === 0;
  const a = v.form === 'tn' ? arena.input(k, m, o.draw, o.gap) : arena.input(m, k, o.draw, o.gap);
  const b = v.form === 'nt' ? arena.input(n, k, o.draw, o.gap) : arena.input(k, n, o.draw, o.gap);
  const bias = arena.packed(1, m, o.draw);
  const h = arena.input(m, n, o.draw, o.gap);
  const padding = v.form === 'nt' ? Touch.zero : Touch.free;
  const c = o.alias ? h : arena.output(none ? 0 : m, n, padding, o.gap);
  const before = arena.copy(h);
  if (o.alias) arena.mark(h);
  const args = [c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k];
  if (v.scratch) args.push(arena.scratch(gemmScratchBytes(m, n, k)));
  if (v.epilogue === 'bias' || v.epilogue === 'bias_relu') args.push(bias.at);
  if (v.epilogue === 'relu_backward') args.push(h.at, h.ld);
  const shape = `${m}×${n}×${k}, gap ${o.gap}${o.alias ? ', in place' : ''}`;
  const call = { kernel: v.kernel, shape, args };
  if (!o.oracle) return call;
  const element = (x: Matrix, i: number, j: number) => arena.get(x, i, j);
  const term = (i: number, j: number) => (s: number) =>
    (v.form === 'tn' ? element(a, s, i) : element(a, i, s)) *
    (v.form === 'nt' ? element(b, j, s) : element(b, s, j));
  const expected = (i: number, j: number): Expected => {
    if (v.epilogue === 'relu_backward' && before(i, j) <= 0) return { value: 0, tolerance: 0 };
    const biased = v.epilogue === 'bias' || v.epilogue === 'bias_relu';
    const all = biased
      ? sumOf(k + 1, (s) => (s < k ? term(i, j)(s) : element(bias, 0, i)), 1)
      : sumOf(k, term(i, j));
    return v.epilogue === 'bias_relu' ? { ...all, value: Math.max(0, all.value) } : all;
  };
  return { ...call, oracle: [{ of: c, expected }] };
}

describe.each(VARIANTS)('$kernel', (v) => {
  test.each(M)('m = %i, every n and k', (m) => {
    for (const n of N) {
      for (const k of K) {
        const gap = [0, 1, 7][(m + n + k) % 3];
        const draw = uniform(m * 10007 + n * 101 + k);
        check((arena) => build(arena, v, [m, n, k], { draw, gap, oracle: true }));
      }
    }
  });

  test('blocks of rows and columns', () => {
    for (const shape of LARGE) {
      const draw = uniform(shape[0] + shape[1]);
      check((arena) => build(arena, v, shape, { draw, gap: 3, oracle: true }));
    }
  });

  test('NaN, infinities, signed zeros, subnormals', () => {
    for (const m of [1, 2, 5, 12, 14]) {
      for (const n of [1, 4, 6, 13]) {
        for (const k of [1, 2, 4, 7, 16, 21]) {
          const draw = special(m * 10007 + n * 101 + k, k);
          check((arena) => build(arena, v, [m, n, k], { draw, gap: 1, oracle: false }));
        }
      }
    }
  });

  test('nothing beyond an operand is read', () => {
    for (const m of [1, 2, 3, 5, 9, 12, 13, 14]) {
      for (const n of [1, 2, 3, 5, 7, 9, 10, 11, 12, 13, 21]) {
        for (const k of [1, 2, 3, 4, 5, 6, 16, 17, 18]) {
          const options = { draw: uniform(m + n + k), gap: 3, oracle: false };
          checkBounds((arena) => build(arena, v, [m, n, k], options));
        }
      }
    }
  });

  test('a size of 0 does nothing', () => {
    for (const shape of EMPTY) {
      check((arena) => build(arena, v, shape, { draw: uniform(1), gap: 0, oracle: false }));
    }
  });
});

test('gemm_tn_relu_backward over its own activations', () => {
  const v = VARIANTS[4];
  for (const m of [1, 2, 3, 4, 6, 12, 13, 65]) {
    for (const n of [1, 4, 5, 8, 12, 13, 131]) {
      for (const k of [1, 2, 5, 16, 17]) {
        const options = { draw: uniform(m + n * 7 + k), gap: 1, oracle: true, alias: true };
        check((arena) => build(arena, v, [m, n, k], options));
      }
    }
  }
});
