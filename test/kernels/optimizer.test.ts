/** The parameter updates, over counts around every vector length. */
import { describe, test } from 'vitest';
import type { Arena, Matrix } from './support/arena.js';
import { checkAll } from './support/check.js';
import { near } from './support/oracle.js';
import { type Draw, special, uniform } from './support/values.js';

const COUNTS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 19, 31, 32, 33, 1000];

/** A parameter block and its optimizer state: `blocks` vectors of `count` floats, updated in place. */
function state(arena: Arena, blocks: number, count: number, draw: Draw): Matrix[] {
  return Array.from({ length: blocks }, () => {
    const vector = arena.packed(1, count, draw);
    arena.touch.fill(1, vector.at >>> 2, (vector.at >>> 2) + count);
    return vector;
  });
}

describe.each(['plain', 'special'])('%s values', (kind) => {
  const plain = kind === 'plain';
  const drawFor = (count: number) => (plain ? uniform(count + 1) : special(count + 1));

  test.each(COUNTS)('sgd_update, %i floats', (count) => {
    checkAll((arena) => {
      const draw = drawFor(count);
      const [p] = state(arena, 1, count, draw);
      const g = arena.packed(1, count, draw);
      const old = arena.copy(p);
      const expected = (_: number, j: number) => near(old(0, j) - 0.3 * arena.get(g, 0, j), 2, 3);
      const oracle = plain ? [{ of: p, expected }] : [];
      return { kernel: 'sgd_update', shape: `${count}`, args: [p.at, g.at, count, 0.3], oracle };
    });
  });

  test.each(COUNTS)('momentum_update, %i floats', (count) => {
    checkAll((arena) => {
      const draw = drawFor(count);
      const [p, v] = state(arena, 2, count, draw);
      const g = arena.packed(1, count, draw);
      const [p0, v0] = [arena.copy(p), arena.copy(v)];
      const velocity = (j: number) => 0.9 * v0(0, j) + arena.get(g, 0, j);
      const oracle = [
        { of: v, expected: (_: number, j: number) => near(velocity(j), 2, 3) },
        { of: p, expected: (_: number, j: number) => near(p0(0, j) - 0.3 * velocity(j), 2, 6) },
      ];
      const args = [p.at, g.at, v.at, count, 0.3, 0.9];
      return { kernel: 'momentum_update', shape: `${count}`, args, oracle: plain ? oracle : [] };
    });
  });

  test.each(COUNTS)('adam_update, %i floats', (count) => {
    checkAll((arena) => {
      const draw = drawFor(count);
      const [p, m] = state(arena, 2, count, draw);
      const [v] = state(arena, 1, count, () => Math.abs(draw()));
      const g = arena.packed(1, count, draw);
      const [p0, m0, v0] = [arena.copy(p), arena.copy(m), arena.copy(v)];
      const mean = (j: number) => 0.9 * m0(0, j) + 0.1 * arena.get(g, 0, j);
      const square = (j: number) => 0.999 * v0(0, j) + 0.001 * arena.get(g, 0, j) ** 2;
      const step = (j: number) => (0.01 * mean(j)) / (Math.sqrt(square(j)) * 1.5 + 1e-3);
      const oracle = [
        { of: m, expected: (_: number, j: number) => near(mean(j), 2, 3) },
        { of: v, expected: (_: number, j: number) => near(square(j), 2, 3) },
        { of: p, expected: (_: number, j: number) => near(p0(0, j) - step(j), 20, 6) },
      ];
      const args = [p.at, g.at, m.at, v.at, count, 0.9, 0.999, 1e-3, 0.01, 1.5];
      return { kernel: 'adam_update', shape: `${count}`, args, oracle: plain ? oracle : [] };
    });
  });
});
