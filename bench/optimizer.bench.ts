import type { Kernels } from '../dist/kernels/contract.js';
import { type BenchCase, createKernels, createMemory } from './case.js';

/** Parameters: 4-2000-1, in the level-2 cache; more than it holds. */
const COUNTS = [12_001, 1_000_000];
/** More than any cache holds, for the updates that are asked for most. */
const LARGE = 16_000_000;
const OFTEN = /^(sgd|momentum|adam|rmsprop)_update$/;
const START = 1024;

interface Update {
  name: string;
  /** Vectors that the kernel takes; it reads each of them once. */
  vectors: number;
  /** Of these, so many are written too. */
  written: number;
  /** Roots and quotients of each parameter. */
  roots?: number;
  quotients?: number;
  /** What the vectors hold, where the update of one call would make the next one's subnormal. */
  values?: readonly number[];
  run(kernels: Kernels, at: readonly number[], count: number): void;
}

const UPDATES: readonly Update[] = [
  {
    ...{ name: 'sgd_update', vectors: 2, written: 1 },
    run: (k, [p, g], n) => k.sgd_update(p, g, n, 1e-6),
  },
  {
    ...{ name: 'momentum_update', vectors: 3, written: 2 },
    run: (k, [p, g, v], n) => k.momentum_update(p, g, v, n, 1e-6, 0.9),
  },
  {
    ...{ name: 'nesterov_update', vectors: 3, written: 2 },
    run: (k, [p, g, v], n) => k.nesterov_update(p, g, v, n, 1e-6, 0.9),
  },
  {
    ...{ name: 'adam_update', vectors: 4, written: 3, roots: 1, quotients: 1 },
    run: (k, [p, g, m, v], n) => k.adam_update(p, g, m, v, n, 0.9, 0.999, 1e-8, 1e-6, 1),
  },
  {
    ...{ name: 'amsgrad_update', vectors: 5, written: 4, roots: 1, quotients: 1 },
    run: (k, [p, g, m, v, w], n) => k.amsgrad_update(p, g, m, v, w, n, 0.9, 0.999, 1e-8, 1e-6, 1),
  },
  {
    ...{ name: 'rmsprop_update', vectors: 3, written: 2, roots: 1, quotients: 1 },
    run: (k, [p, g, v], n) => k.rmsprop_update(p, g, v, n, 1e-6, 0.99, 1e-8),
  },
  {
    ...{ name: 'rms_scale_centered', vectors: 3, written: 3, roots: 1, quotients: 1 },
    run: (k, [g, v, c], n) => k.rms_scale_centered(g, v, c, n, 0.99, 1e-8),
  },
  {
    ...{
      name: 'adagrad_scale',
      vectors: 2,
      written: 2,
      roots: 1,
      quotients: 1,
      values: [2 ** -50, 1],
    },
    run: (k, [g, v], n) => k.adagrad_scale(g, v, n, 1e-8),
  },
  {
    ...{ name: 'adadelta_scale', vectors: 3, written: 3, roots: 2, quotients: 1 },
    run: (k, [g, v, d], n) => k.adadelta_scale(g, v, d, n, 0.9, 1e-6),
  },
  {
    ...{ name: 'add_sign', vectors: 2, written: 1 },
    run: (k, [a, b], n) => k.add_sign(a, b, n, 1e-6),
  },
  {
    ...{ name: 'scale', vectors: 1, written: 1 },
    run: (k, [a], n) => k.scale(a, n, 0.9999999),
  },
  {
    ...{ name: 'square_sum', vectors: 1, written: 0 },
    run: (k, [a], n) => k.square_sum(a, n),
  },
];

/** The updates of parameters, by their size: `adam_update/1000000`. */
export const optimizerCases: BenchCase[] = UPDATES.flatMap((update) =>
  [...COUNTS, ...(OFTEN.test(update.name) ? [LARGE] : [])].map((count) => caseOf(update, count)),
);

function caseOf(update: Update, count: number): BenchCase {
  const { name, vectors, written, roots = 0, quotients = 0, values, run } = update;
  const stride = 64 * Math.ceil(count / 16);
  return {
    name: `${name}/${count}`,
    flops: 0,
    pass: {
      bytes: 4 * count * (vectors + written),
      over: stride * vectors,
      readOnly: written === 0,
      roots: (count / 4) * roots,
      quotients: (count / 4) * quotients,
    },
    prepare: async (backend) => {
      const memory = createMemory(START + vectors * stride);
      const at = Array.from({ length: vectors }, (_, i) => START + i * stride);
      at.forEach((from, i) => {
        new Float32Array(memory.buffer, from, count).fill(values?.[i] ?? 0.5);
      });
      const kernels = await createKernels(backend, memory);
      return () => run(kernels, at, count);
    },
  };
}
