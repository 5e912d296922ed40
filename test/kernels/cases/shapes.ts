/**
 * A fixed, small selection of calls for each kernel: every remainder of vector, tile, panel and
 * block, in seeded combinations, with every kind of values, layout and place in the memory. Made for
 * runs that repeat many times; gemm.test.ts and its neighbours go over whole products of sizes.
 */
import { uniform } from '../support/values.js';
import type { KernelName, Sizes } from './operand.js';
import type { Choice } from './place.js';
import { sizesOf, TABLE } from './table.js';
import type { ValueKind } from './values.js';

/** Around the vector (4), the tiles (4 × 8, 2 × 12, 1 × 24), the packing (12 rows, 16 steps). */
const M = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17];
const N = [1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 16, 17, 19, 20, 23, 24, 25, 33, 47, 48, 49];
const K = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 18, 19, 20, 21, 23];
/** Around the blocks (64 rows, 256 columns, the last of up to 268; 16 KB of Aᵀ), and long ways of every tile. */
const BLOCKS = [
  [64, 8, 16],
  [65, 13, 17],
  [12, 128, 16],
  [13, 129, 17],
  [14, 140, 18],
  [66, 141, 19],
  [13, 152, 20],
  [129, 9, 21],
  [67, 269, 17],
  [67, 8, 64],
  [1, 100, 30],
  [2, 141, 5],
  [70, 5, 3],
  [43, 9, 7],
  [41, 50, 100],
];
const EMPTY = [
  [0, 5, 5],
  [5, 0, 5],
  [5, 5, 0],
  [5, 0, 3],
  [0, 0, 0],
];
const VALUES: readonly ValueKind[] = ['unit', 'special', 'tiny', 'mixed', 'wide', 'tiny', 'mixed'];
/** One row of very many values, for the last bits of polynomials. */
const DENSE = 12_001;
/** Beside tiny values, noise keeps all its bits. */
const DENSE_VALUES: readonly ValueKind[] = ['wide', 'floats', 'unit', 'tiny', 'unit'];
/** The last: leading dimensions beyond any size of a block. */
const GAPS = [[0], [1, 0, 7], [3, 13, 5, 1], [150, 149, 2]];
const PAIRS = 90;
const TRIPLES = 240;
/** Every count so often: a special value is to be among the last floats of some. */
const TIMES = 7;
const SEED = 20;

/** The same for every run; the small shapes first, because they find most faults soonest. */
export function choicesFor(kernel: KernelName): Choice[] {
  const used = sizesOf(kernel);
  const shapes = used.has('m') ? many(used.has('k')) : everyCount();
  const extent = (s: Sizes) => s.m * s.n * (used.has('k') ? s.k : 1);
  shapes.sort((a, b) => extent(a) - extent(b));
  const length = (TABLE[kernel] ?? []).length;
  const choices = shapes.map((shape, i) => lay(shape, i, length));
  return used.has('k') ? choices : [...choices, ...dense()];
}

function everyCount(): Sizes[] {
  const counts = [...Array.from({ length: 21 }, (_, n) => n), 31, 32, 33, 100];
  return Array.from({ length: TIMES }, () => counts).flatMap((all) =>
    all.map((n) => ({ m: 1, n, k: 1 })),
  );
}

function many(threeSizes: boolean): Sizes[] {
  const draw = uniform(SEED);
  const pick = (list: readonly number[]) => list[Math.floor(((draw() + 1) / 2) * list.length)];
  const length = threeSizes ? TRIPLES : PAIRS;
  const drawn = Array.from({ length }, () => [pick(M), pick(N), pick(K)]);
  return [...EMPTY, ...drawn, ...BLOCKS].map(([m, n, k]) => ({ m, n, k }));
}

function dense(): Choice[] {
  const shape = { m: 1, n: DENSE, k: 1 };
  return DENSE_VALUES.map((values, i) => ({ ...lay(shape, i, 0), values, gaps: [0] }));
}

/** Values, strides, alignment and place in turns of different lengths, so that all meet. */
function lay(shape: Sizes, i: number, length: number): Choice {
  return {
    ...shape,
    gaps: GAPS[i % GAPS.length],
    skips: [[0, 1, 2, 3, 0], [2], [1, 3]][i % 3],
    values: VALUES[i % VALUES.length],
    seed: 1 + i,
    inPlace: i % 5 < 2,
    flush: (i % (length + 2)) - 1,
  };
}
