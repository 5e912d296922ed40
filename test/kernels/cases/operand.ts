/** What the arguments of a kernel are, in words that a table can be written in. */
import type { Kernels } from '../../../src/kernels/contract.js';

export type KernelName = Exclude<keyof Kernels, 'backend'>;

export interface Sizes {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

type Dimension = (sizes: Sizes) => number;

/** One array in memory; takes one argument, or two with its leading dimension. */
export interface Operand {
  readonly kind: 'operand';
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly use: 'read' | 'written' | 'updated' | 'spoiled';
  /** Every row owns ceil4(columns) floats; else exactly its columns. */
  readonly padded: boolean;
  /** The padding, too, is compared: the kernel says what it holds. */
  readonly cleared: boolean;
  readonly leading: boolean;
  /** A square or a probability: never negative. */
  readonly positive: boolean;
  /** Mostly whole numbers below m: the classes of samples. */
  readonly labels: boolean;
  /** The argument whose operand this may coincide with. */
  readonly over: number;
}

export type Argument =
  | Operand
  /** `reduced`: what the call takes of it, where the whole would be too much for the field. */
  | { readonly kind: 'size'; readonly of: keyof Sizes; readonly reduced?: Dimension }
  | { readonly kind: 'scalar'; readonly value: Dimension }
  | { readonly kind: 'scratch'; readonly bytes: Dimension }
  | { readonly kind: 'indices'; readonly count: Dimension; readonly below: Dimension };

const plain: Operand = {
  kind: 'operand',
  rows: () => 1,
  columns: () => 1,
  use: 'read',
  padded: true,
  cleared: false,
  leading: true,
  positive: false,
  labels: false,
  over: -1,
};

/** A matrix that is read; its rows own whole vectors. */
export const input = (rows: Dimension, columns: Dimension): Operand => ({
  ...plain,
  rows,
  columns,
});
/** A matrix read element by element: it needs no padding. */
export const bare = (rows: Dimension, columns: Dimension): Operand => ({
  ...input(rows, columns),
  padded: false,
});
export const output = (rows: Dimension, columns: Dimension): Operand => ({
  ...input(rows, columns),
  use: 'written',
});
/** An argument without a leading dimension: one row of whole vectors. */
export const row = (columns: Dimension): Operand => ({
  ...input(() => 1, columns),
  leading: false,
});
/** Exactly `count` floats. */
export const vector = (count: Dimension): Operand => ({ ...row(count), padded: false });

export const written = (operand: Operand): Operand => ({ ...operand, use: 'written' });
export const updated = (operand: Operand): Operand => ({ ...operand, use: 'updated' });
/** Left with unspecified values. */
export const spoiled = (operand: Operand): Operand => ({ ...operand, use: 'spoiled' });
export const cleared = (operand: Operand): Operand => ({ ...operand, cleared: true });
export const positive = (operand: Operand): Operand => ({ ...operand, positive: true });
export const labels = (operand: Operand): Operand => ({ ...operand, labels: true });
export const over = (argument: number, operand: Operand): Operand => ({
  ...operand,
  over: argument,
});

export const scalar = (value: number): Argument => ({ kind: 'scalar', value: () => value });
/** A number that varies with the shape. */
export const varying = (value: Dimension): Argument => ({ kind: 'scalar', value });
export const scratch = (bytes: Dimension): Argument => ({ kind: 'scratch', bytes });
export const indices = (count: Dimension, below: Dimension): Argument => ({
  kind: 'indices',
  count,
  below,
});

export const M: Argument = { kind: 'size', of: 'm' };
export const N: Argument = { kind: 'size', of: 'n' };
export const K: Argument = { kind: 'size', of: 'k' };
export const m: Dimension = (sizes) => sizes.m;
export const n: Dimension = (sizes) => sizes.n;
export const k: Dimension = (sizes) => sizes.k;
/** A number that the kernel takes in place of a size, by which its shapes are chosen all the same. */
export const reduced = (of: keyof Sizes, value: Dimension): Argument => ({
  kind: 'size',
  of,
  reduced: value,
});
