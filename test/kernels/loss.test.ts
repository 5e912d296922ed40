/** Squared error and its gradient. */
import { describe, expect, test } from 'vitest';
import { Touch } from './support/arena.js';
import { arena, checkAll, reference } from './support/check.js';
import { near } from './support/oracle.js';
import { special, uniform } from './support/values.js';

const ROWS = [0, 1, 2, 3, 7];
const COLUMNS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 11, 16, 17, 100, 259];

describe.each(['plain', 'special'])('%s values', (kind) => {
  const plain = kind === 'plain';

  test('mse_sum', () => {
    for (const m of ROWS) {
      for (const n of COLUMNS) {
        const draw = plain ? uniform(m * 101 + n) : special(m * 101 + n, 200);
        checkAll((arena) => {
          const o = arena.input(m, n, draw, 1);
          const y = arena.input(m, n, draw, 2);
          return { kernel: 'mse_sum', shape: `${m}×${n}`, args: [o.at, o.ld, y.at, y.ld, m, n] };
        });
      }
    }
  });

  test('mse_delta', () => {
    for (const m of ROWS) {
      for (const n of COLUMNS) {
        const draw = plain ? uniform(m * 101 + n) : special(m * 101 + n);
        checkAll((arena) => {
          const o = arena.input(m, n, draw, 1);
          const y = arena.input(m, n, draw, 2);
          const d = arena.output(m, n, Touch.zero, 3);
          const expected = (i: number, j: number) =>
            near((arena.get(o, i, j) - arena.get(y, i, j)) * 0.3, 1, 3);
          const args = [d.at, d.ld, o.at, o.ld, y.at, y.ld, m, n, 0.3];
          const oracle = plain ? [{ of: d, expected }] : [];
          return { kernel: 'mse_delta', shape: `${m}×${n}`, args, oracle };
        });
      }
    }
  });
});

test('mse_sum is the sum of squared differences', () => {
  arena.reset();
  const o = arena.input(3, 7, uniform(5));
  const y = arena.input(3, 7, uniform(6));
  let sum = 0;
  for (let i = 0; i < 3; ++i) {
    for (let j = 0; j < 7; ++j) sum += (arena.get(o, i, j) - arena.get(y, i, j)) ** 2;
  }
  expect(reference.mse_sum(o.at, o.ld, y.at, y.ld, 3, 7)).toBeCloseTo(sum, 12);
});
