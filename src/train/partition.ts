import { MAP_BYTES } from '../memory/slab.js';
import type { KernelName, Of, Operand, Operation, Range } from './operation.js';

/** One of `size` threads that train the same network. */
export interface Member {
  /** From 0. */
  member: number;
  size: number;
}

/** A member with the means to wait for the others. */
export interface Seat extends Member {
  /** Returns when every member has called it; false when one of them is lost. */
  barrier(): boolean;
}

/** A span of columns or rows. */
interface Span {
  from: number;
  count: number;
}

interface Rule<O extends Operation> {
  phase: Phase;
  /** The member's part, or nothing when there is none for it. */
  slice(operation: O, team: Member): Operation | undefined;
}

/** See `partition`. What follows the norm of the gradients has phases of its own. */
const PHASE = { samples: 0, gradients: 1, parameters: 2, norm: 3, clipped: 4 } as const;
type Phase = (typeof PHASE)[keyof typeof PHASE];

/** Columns of a tile of the products; slices of the minibatch start at a multiple of it. */
const TILE_COLUMNS = 8;
const VECTOR = 4;

/**
 * A step in three phases, free of dependencies between members inside each of them; a barrier
 * after every phase makes it whole:
 *
 * 0. samples: gather, forward pass and deltas; a member has its own columns of the minibatch;
 * 1. gradients: a member has its own part of every dW and db, over all samples;
 * 2. parameters: a member has its own.
 *
 * Where gradients are clipped by their norm, the third phase ends before it; every member takes the
 * whole norm for itself (3), and goes on with its own parameters (4).
 *
 * Nothing is summed across members and no order of summation changes: the bits are those of one
 * thread.
 *
 * @param step a list that was not fused: fused kernels reach across the phases.
 */
export function partition(step: readonly Operation[], team: Member): Operation[][] {
  const norm = step.findIndex(({ kernel }) => kernel === 'square_sum');
  const phases: Operation[][] = Array.from({ length: norm < 0 ? 3 : 5 }, () => []);
  step.forEach((operation, i) => {
    const rule = RULES[operation.kernel] as Rule<Operation> | undefined;
    if (!rule) throw new Error(`${operation.kernel} cannot be shared by a team`);
    const mine = rule.slice(operation, team);
    const clipped = rule.phase === PHASE.parameters && norm >= 0 && i > norm;
    if (mine) phases[clipped ? PHASE.clipped : rule.phase].push(mine);
  });
  return phases;
}

const RULES: { [K in KernelName]?: Rule<Of<K>> } = {
  gather_rows: samples((o, by) => ({ ...o, dst: by(o.dst), first: o.first + by.from })),
  gather_images: samples((o, by) => ({
    ...o,
    dst: by(o.dst),
    first: o.first + by.from,
    maps: o.maps + MAP_BYTES * by.from,
  })),
  noise_add: samples((o, by) => ({ ...o, x: by(o.x), first: o.first + by.from })),
  dropout: samples((o, by) => ({
    ...o,
    dst: by(o.dst),
    src: by(o.src),
    first: o.first + by.from,
  })),
  gemm_nn: samples((o, by) => ({ ...o, c: by(o.c), b: by(o.b) })),
  gemm_tn: samples((o, by) => ({ ...o, c: by(o.c), b: by(o.b) })),
  bias_add: samples((o, by) => ({ ...o, z: by(o.z) })),
  relu_forward: forward(),
  relu_backward: backward(),
  leaky_relu_forward: forward(),
  leaky_relu_backward: backward(),
  sigmoid_forward: forward(),
  sigmoid_backward: backward(),
  tanh_forward: forward(),
  tanh_backward: backward(),
  gelu_forward: forward(),
  gelu_backward: backward(),
  gelu_tanh_forward: forward(),
  gelu_tanh_backward: backward(),
  silu_forward: forward(),
  silu_backward: backward(),
  softplus_forward: forward(),
  softplus_backward: backward(),
  elu_forward: forward(),
  elu_backward: backward(),
  softmax: forward(),
  softmax_backward: backward(),
  softmax_cross_entropy_delta: samples((o, by) => ({
    ...o,
    d: by(o.d),
    o: by(o.o),
    y: o.y + 4 * by.from,
  })),
  mse_delta: delta(),
  l1_delta: delta(),
  huber_delta: delta(),
  binary_cross_entropy_delta: delta(),
  kl_divergence_delta: delta(),
  gemm_nt: { phase: PHASE.gradients, slice: sliceGradient },
  gemm_nt_dot: { phase: PHASE.gradients, slice: sliceGradient },
  row_sum: {
    phase: PHASE.gradients,
    slice: (o, team) =>
      part(spanOf(o.m, VECTOR, team), ({ from, count }) => ({
        ...o,
        dst: o.dst + 4 * from,
        a: rowsFrom(o.a, from),
        m: count,
      })),
  },
  add_scaled: update('p', 'g'),
  add_sign: update('p', 'g'),
  clamp: update('a'),
  scale: update('a'),
  square_sum: { phase: PHASE.norm, slice: (operation) => operation },
  adagrad_scale: update('g', 'v'),
  adadelta_scale: update('g', 'v', 'd'),
  rms_scale: update('g', 'v'),
  rms_scale_centered: update('g', 'v', 'c'),
  sgd_update: update('p', 'g'),
  momentum_update: update('p', 'g', 'v'),
  nesterov_update: update('p', 'g', 'v'),
  adam_update: update('p', 'g', 'm', 'v'),
  amsgrad_update: update('p', 'g', 'm', 'v', 'w'),
};

/** Moves an operand to the first column of the slice. */
type ByColumns = ((operand: Operand) => Operand) & { from: number };

/** An operation on n samples, sliced by columns. */
function samples<O extends Operation & { n: number }>(
  move: (operation: O, by: ByColumns) => O,
): Rule<O> {
  return {
    phase: PHASE.samples,
    slice: (operation, team) =>
      part(spanOf(operation.n, TILE_COLUMNS, team), ({ from, count }) => {
        const by = ({ at, ld }: Operand) => ({ at: at + 4 * from, ld });
        return { ...move(operation, Object.assign(by, { from })), n: count };
      }),
  };
}

type Elementwise = Operation & { n: number };

function forward<O extends Elementwise & { a: Operand; z: Operand }>(): Rule<O> {
  return samples((o, by) => ({ ...o, a: by(o.a), z: by(o.z) }));
}

function backward<O extends Elementwise & { d: Operand; h: Operand }>(): Rule<O> {
  return samples((o, by) => ({ ...o, d: by(o.d), h: by(o.h) }));
}

function delta<O extends Elementwise & { d: Operand; o: Operand; y: Operand }>(): Rule<O> {
  return samples((o, by) => ({ ...o, d: by(o.d), o: by(o.o), y: by(o.y) }));
}

/**
 * What is done to a range of parameters, sliced by their place in the whole block: whatever range
 * an operation has, an element is always the same member's.
 *
 * @param blocks the keys that hold byte offsets.
 */
function update<O extends Operation & Range>(...blocks: (keyof O)[]): Rule<O> {
  return {
    phase: PHASE.parameters,
    slice: (operation, team) => {
      const own = spanOf(operation.total, VECTOR, team);
      const from = Math.max(own.from, operation.from);
      const count = Math.min(own.from + own.count, operation.from + operation.count) - from;
      return part({ from, count }, () => {
        const sliced = { ...operation, from, count };
        const bytes = 4 * (from - operation.from);
        for (const key of blocks) Object.assign(sliced, { [key]: Number(operation[key]) + bytes });
        return sliced;
      });
    },
  };
}

/**
 * dW = D·Xᵀ by its columns where there are enough: the rows of X are what a member packs, and no
 * row is packed twice. Else by its rows.
 */
function sliceGradient<O extends Of<'gemm_nt'> | Of<'gemm_nt_dot'>>(
  operation: O,
  team: Member,
): O | undefined {
  const { a, b, c, m, n } = operation;
  if (n >= TILE_COLUMNS * team.size || n >= m) {
    return part(spanOf(n, TILE_COLUMNS, team), ({ from, count }) => ({
      ...operation,
      c: { at: c.at + 4 * from, ld: c.ld },
      b: rowsFrom(b, from),
      n: count,
    }));
  }
  return part(spanOf(m, VECTOR, team), ({ from, count }) => ({
    ...operation,
    c: rowsFrom(c, from),
    a: rowsFrom(a, from),
    m: count,
  }));
}

function rowsFrom({ at, ld }: Operand, row: number): Operand {
  return { at: at + 4 * row * ld, ld };
}

/** The member's share of `total`, in whole tiles but for the last. */
function spanOf(total: number, tile: number, { member, size }: Member): Span {
  const tiles = Math.ceil(total / tile);
  const begin = tile * Math.floor((tiles * member) / size);
  const end = tile * Math.floor((tiles * (member + 1)) / size);
  return { from: begin, count: Math.min(end, total) - begin };
}

function part<O>(span: Span, slice: (span: Span) => O): O | undefined {
  return span.count > 0 ? slice(span) : undefined;
}
