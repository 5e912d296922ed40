/**
 * The fused kernels. The reference computes them as the sequences that they replace, so that the
 * comparison of the backends is the promise itself.
 */
import { describe, test } from 'vitest';
import { gemmScratchBytes } from '../../src/kernels/scratch.js';
import { type Arena, type Matrix, Touch } from './support/arena.js';
import { type Call, check, checkBounds } from './support/check.js';
import { type Draw, special, uniform } from './support/values.js';

const M = [0, 1, 2, 3, 4, 5, 9, 13, 33];
const N = [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 100];
const K = [0, 1, 2, 3, 4, 5, 8, 16, 17];

type Build = (arena: Arena, m: number, n: number, k: number, draw: Draw) => Call;

/** An output of a call that does nothing is not written. */
function result(
  arena: Arena,
  rows: number,
  columns: number,
  any: boolean,
  padding: number,
): Matrix {
  return any ? arena.output(rows, columns, padding, 1) : arena.input(rows, columns, () => 0, 1);
}

function vector(arena: Arena, count: number, any: boolean): Matrix {
  return arena.outputVector(any ? count : 0);
}

const builds: Record<string, Build> = {
  gemm_nt_dot_row_sum(arena, m, n, k, draw) {
    const a = arena.input(m, k, draw, 1);
    const b = arena.input(n, k, draw, 2);
    const c = result(arena, m, n, k > 0, Touch.zero);
    const sum = vector(arena, m, k > 0);
    const args = [c.at, c.ld, a.at, a.ld, b.at, b.ld, m, n, k, sum.at];
    return { kernel: 'gemm_nt_dot_row_sum', shape: `${m}×${n}×${k}`, args };
  },

  mse_delta_row_sum(arena, m, n, _, draw) {
    const o = arena.input(m, n, draw, 1);
    const y = arena.input(m, n, draw, 2);
    const d = result(arena, m, n, true, Touch.zero);
    const sum = vector(arena, m, n > 0);
    const args = [d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, 0.3, sum.at];
    return { kernel: 'mse_delta_row_sum', shape: `${m}×${n}`, args };
  },

  relu_neuron_forward(arena, m, n, k, draw) {
    const w = arena.input(m, k, draw, 3);
    const x = arena.input(k, n, draw, 1);
    const bias = arena.packed(1, m, draw);
    const v = arena.packed(1, m, draw);
    const c = arena.packed(1, 1, draw);
    const h = k > 0 ? result(arena, m, n, true, Touch.free) : arena.input(m, n, draw, 1);
    const o = result(arena, 1, n, m > 0, Touch.free);
    const scratch = arena.scratch(Math.max(gemmScratchBytes(m, n, k), gemmScratchBytes(1, n, m)));
    const operands = [h.at, h.ld, w.at, w.ld, x.at, x.ld, m, n, k];
    const args = [...operands, scratch, bias.at, o.at, v.at, c.at];
    return { kernel: 'relu_neuron_forward', shape: `${m}×${n}×${k}`, args };
  },

  ...neuronBuilds('relu'),
  ...neuronBuilds('sigmoid'),
  ...neuronBuilds('tanh'),
};

/** Both ways back through a neuron over a layer of this activation. */
function neuronBuilds(name: 'relu' | 'sigmoid' | 'tanh'): Record<string, Build> {
  return {
    [`${name}_neuron_backward`](arena, m, n, k, draw) {
      const inPlace = name === 'relu' && k % 2 === 1;
      const { args, d } = backward(arena, m, n, draw, inPlace);
      arena.mark(d);
      const shape = `${m}×${n}${inPlace ? ', in place' : ''}`;
      return { kernel: `${name}_neuron_backward`, shape, args };
    },

    [`${name}_neuron_gradient`](arena, m, n, k, draw) {
      const { args, d } = backward(arena, m, n, draw);
      for (let i = 0; i < m; ++i) {
        const word = arena.word(d, i, 0);
        arena.touch.fill(Touch.free, word, word + ((n + 3) & ~3));
      }
      const x = arena.input(k, n, draw, 1);
      const dw = result(arena, m, k, n > 0, Touch.zero);
      const kernel = `${name}_neuron_gradient` as const;
      return { kernel, shape: `${m}×${n}×${k}`, args: [...args, dw.at, dw.ld, x.at, x.ld, k] };
    },
  };
}

/** The operands that both ways back share. */
function backward(
  arena: Arena,
  m: number,
  n: number,
  draw: Draw,
  inPlace = false,
): { args: number[]; d: Matrix } {
  const e = arena.input(1, n, draw);
  const h = arena.input(m, n, draw, 1);
  const v = arena.packed(1, m, draw);
  const d = inPlace ? h : arena.input(m, n, draw, 2);
  const dv = result(arena, 1, m, n > 0, Touch.zero);
  const db = vector(arena, m, n > 0);
  return { args: [d.at, d.ld, e.at, h.at, h.ld, v.at, m, n, dv.at, db.at], d };
}

describe.each(Object.entries(builds))('%s', (_, build) => {
  test.each(M)('m = %i, every n and k', (m) => {
    for (const n of N) {
      for (const k of K) {
        check((arena) => build(arena, m, n, k, uniform(m * 10007 + n * 101 + k)));
        if (n < 16) checkBounds((arena) => build(arena, m, n, k, uniform(1)));
        check((arena) => build(arena, m, n, k, special(m * 10007 + n * 101 + k, n)));
      }
    }
  });
});
