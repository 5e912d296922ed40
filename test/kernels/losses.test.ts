/** L1, Huber, binary cross-entropy, Kullback-Leibler: sums and gradients against float64. */
import { describe, expect, test } from 'vitest';
import type { Matrix } from './support/arena.js';
import { Touch } from './support/arena.js';
import { arena, check, wasm } from './support/check.js';
import { near } from './support/oracle.js';
import { type Draw, uniform } from './support/values.js';

const [M, N] = [5, 23];
const SCALE = 0.25;
const DELTA = 0.5;

type Column = readonly number[];
type Sum = (...args: readonly number[]) => number;

interface Loss {
  readonly name: 'l1' | 'huber' | 'binary_cross_entropy' | 'kl_divergence';
  /** Of one column, in float64. */
  readonly of: (o: Column, y: Column) => number;
  /** What the targets may be. */
  readonly target: (draw: Draw) => number;
  readonly extra: readonly number[];
}

const each =
  (term: (o: number, y: number) => number) =>
  (o: Column, y: Column): number =>
    o.reduce((sum, x, i) => sum + term(x, y[i]), 0);

function huber(r: number): number {
  return r <= DELTA ? (r * r) / 2 : DELTA * (r - DELTA / 2);
}

function divergence(o: Column, y: Column): number {
  const high = Math.max(...o);
  const log = Math.log(o.reduce((sum, x) => sum + Math.exp(x - high), 0));
  return each((x, p) => (p === 0 ? 0 : p * (Math.log(p) - (x - high - log))))(o, y);
}

const LOSSES: readonly Loss[] = [
  { name: 'l1', of: each((o, y) => Math.abs(o - y)), target: (draw) => draw(), extra: [] },
  {
    name: 'huber',
    of: each((o, y) => huber(Math.abs(o - y))),
    target: (draw) => draw(),
    extra: [DELTA],
  },
  {
    name: 'binary_cross_entropy',
    of: each((o, y) => Math.max(o, 0) - o * y + Math.log1p(Math.exp(-Math.abs(o)))),
    target: (draw) => Math.abs(draw()),
    extra: [],
  },
  {
    name: 'kl_divergence',
    of: divergence,
    target: (draw) => Math.max(0, draw()),
    extra: [],
  },
];

function columnOf({ rows }: Matrix, j: number, at: (i: number, j: number) => number): number[] {
  return Array.from({ length: rows }, (_, i) => at(i, j));
}

describe.each(LOSSES)('$name', ({ name, of, target, extra }) => {
  const operands = (size: number, seed: number): [Matrix, Matrix] => {
    const draw = uniform(seed);
    const o = arena.input(M, N, () => size * draw(), 1);
    return [o, arena.input(M, N, () => target(draw), 2)];
  };

  test.each([0.1, 1, 10, 300])('the sum, of outputs up to %d', (size) => {
    arena.reset();
    const [o, y] = operands(size, 17);
    let sum = 0;
    for (let j = 0; j < N; j++) {
      sum += of(columnOf(o, j, arena.copy(o)), columnOf(y, j, arena.copy(y)));
    }
    const got = (wasm[`${name}_sum`] as Sum)(o.at, o.ld, y.at, y.ld, M, N, ...extra);
    expect(Math.abs(got / sum - 1)).toBeLessThan(1e-7);
  });

  test.each([0.1, 1, 10])('the delta is the gradient of the sum, of outputs up to %d', (size) => {
    check((arena) => {
      const [o, y] = operands(size, 19);
      const d = arena.output(M, N, Touch.zero, 3);
      const step = 1e-6;
      const expected = (i: number, j: number) => {
        const targets = columnOf(y, j, arena.copy(y));
        const moved = (by: number) =>
          of(
            columnOf(o, j, arena.copy(o)).map((x, r) => x + (r === i ? by : 0)),
            targets,
          );
        return near((SCALE * (moved(step) - moved(-step))) / (2 * step), 1, 20);
      };
      const args = [d.at, d.ld, o.at, o.ld, y.at, y.ld, M, N, SCALE, ...extra];
      return { kernel: `${name}_delta`, shape: `${M}×${N}`, args, oracle: [{ of: d, expected }] };
    });
  });
});

function deltas(
  kernel: 'l1_delta' | 'huber_delta' | 'binary_cross_entropy_delta',
  o: Column,
  y: Column,
): number[] {
  arena.reset();
  const [outputs, targets] = [[...o], [...y]];
  const from = arena.input(1, o.length, () => outputs.shift()!);
  const to = arena.input(1, o.length, () => targets.shift()!);
  const d = arena.output(1, o.length);
  wasm[kernel](d.at, d.ld, from.at, from.ld, to.at, to.ld, 1, o.length, SCALE, DELTA);
  return o.map((_, j) => arena.get(d, 0, j));
}

test('gradients at kinks, far out and without a number', () => {
  const o = [1, -1, 0.5, 0.5 + 2 ** -24, 0, 1e30, -Infinity, Number.NaN];
  const y = [0, 0, 0.5, 0.5, -0, -1e30, 0, 0];
  const tiny = 2 ** -24;
  const quarter = SCALE;
  expect(deltas('l1_delta', o, y)).toEqual(
    [1, -1, 0, 1, 0, 1, -1, Number.NaN].map((x) => quarter * x + 0),
  );
  expect(deltas('huber_delta', o, y)).toEqual(
    [0.5, -0.5, 0, tiny, 0, 0.5, -0.5, Number.NaN].map((x) => quarter * x + 0),
  );
  expect(deltas('binary_cross_entropy_delta', [500, -500, 500], [1, 1, 0])).toEqual([
    0,
    -SCALE,
    SCALE,
  ]);
});

test.each([
  [500, 1, 0],
  [500, 0, 500],
  [-500, 1, 500],
  [1e30, 1, 0],
  [-20, 0, Math.log1p(Math.exp(-20))],
])('binary cross-entropy of %d for %d', (o, y, loss) => {
  arena.reset();
  const from = arena.input(1, 1, () => o);
  const to = arena.input(1, 1, () => y);
  const got = wasm.binary_cross_entropy_sum(from.at, from.ld, to.at, to.ld, 1, 1);
  expect(Math.abs(got - loss)).toBeLessThanOrEqual(2e-7 * loss);
});
