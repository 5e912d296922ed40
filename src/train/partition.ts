import type { KernelName, Operand, Operation } from './operation.js';

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

type Of<K extends KernelName> = Extract<Operation, { kernel: K }>;

interface Rule<O extends Operation> {
  phase: 0 | 1 | 2;
  /** The member's part, or nothing when there is none for it. */
  slice(operation: O, team: Member): Operation | undefined;
}

/** Columns of a tile of the products; slices of the minibatch start at a multiple of it. */
const TILE_COLUMNS = 8;
const VECTOR = 4;

/**
 * A step in three phases, free of dependencies between members inside each of them; a barrier
 * after every phase makes it whole:
 *
 * 0. samples: gather, forward pass and deltas; a member has its own columns of the minibatch;
 * 1. gradients: a member has its own part of every dW and db, over all samples;
 * 2. update: a member has its own parameters.
 *
 * Nothing is summed across members and no order of summation changes: the bits are those of one
 * thread.
 *
 * @param step a list that was not fused: fused kernels reach across the phases.
 */
export function partition(step: readonly Operation[], team: Member): Operation[][] {
  const phases: Operation[][] = [[], [], []];
  for (const operation of step) {
    const rule = RULES[operation.kernel] as Rule<Operation> | undefined;
    if (!rule) throw new Error(`${operation.kernel} cannot be shared by a team`);
    const mine = rule.slice(operation, team);
    if (mine) phases[rule.phase].push(mine);
  }
  return phases;
}

const RULES: { [K in KernelName]?: Rule<Of<K>> } = {
  gather_rows: samples((o, by) => ({ ...o, dst: by(o.dst), first: o.first + by.from })),
  gemm_nn: samples((o, by) => ({ ...o, c: by(o.c), b: by(o.b) })),
  gemm_tn: samples((o, by) => ({ ...o, c: by(o.c), b: by(o.b) })),
  bias_add: samples((o, by) => ({ ...o, z: by(o.z) })),
  relu_forward: samples((o, by) => ({ ...o, a: by(o.a), z: by(o.z) })),
  relu_backward: samples((o, by) => ({ ...o, d: by(o.d), h: by(o.h) })),
  sigmoid_forward: samples((o, by) => ({ ...o, a: by(o.a), z: by(o.z) })),
  sigmoid_backward: samples((o, by) => ({ ...o, d: by(o.d), h: by(o.h) })),
  tanh_forward: samples((o, by) => ({ ...o, a: by(o.a), z: by(o.z) })),
  tanh_backward: samples((o, by) => ({ ...o, d: by(o.d), h: by(o.h) })),
  softmax_cross_entropy_delta: samples((o, by) => ({
    ...o,
    d: by(o.d),
    o: by(o.o),
    y: o.y + 4 * by.from,
  })),
  mse_delta: samples((o, by) => ({ ...o, d: by(o.d), o: by(o.o), y: by(o.y) })),
  gemm_nt: { phase: 1, slice: sliceGradient },
  gemm_nt_dot: { phase: 1, slice: sliceGradient },
  row_sum: {
    phase: 1,
    slice: (o, team) =>
      part(spanOf(o.m, VECTOR, team), ({ from, count }) => ({
        ...o,
        dst: o.dst + 4 * from,
        a: rowsFrom(o.a, from),
        m: count,
      })),
  },
  sgd_update: update((o, at) => ({ ...o, p: at(o.p), g: at(o.g) })),
  momentum_update: update((o, at) => ({ ...o, p: at(o.p), g: at(o.g), v: at(o.v) })),
  adam_update: update((o, at) => ({ ...o, p: at(o.p), g: at(o.g), m: at(o.m), v: at(o.v) })),
};

/** Moves an operand to the first column of the slice. */
type ByColumns = ((operand: Operand) => Operand) & { from: number };

/** An operation on n samples, sliced by columns. */
function samples<O extends Operation & { n: number }>(
  move: (operation: O, by: ByColumns) => O,
): Rule<O> {
  return {
    phase: 0,
    slice: (operation, team) =>
      part(spanOf(operation.n, TILE_COLUMNS, team), ({ from, count }) => {
        const by = ({ at, ld }: Operand) => ({ at: at + 4 * from, ld });
        return { ...move(operation, Object.assign(by, { from })), n: count };
      }),
  };
}

/** An update of `count` parameters, sliced by parameters. */
function update<O extends Operation & { count: number }>(
  move: (operation: O, at: (block: number) => number) => O,
): Rule<O> {
  return {
    phase: 2,
    slice: (operation, team) =>
      part(spanOf(operation.count, VECTOR, team), ({ from, count }) => ({
        ...move(operation, (block) => block + 4 * from),
        count,
      })),
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
