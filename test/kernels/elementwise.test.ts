/** Bias, activation and row sums. */
import { describe, test } from 'vitest';
import { checkAll } from './support/check.js';
import { near, sumOf } from './support/oracle.js';
import { type Draw, special, uniform } from './support/values.js';

const ROWS = [0, 1, 2, 3, 5];
const COLUMNS = [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 33, 100];

/** Every shape with plain values and an oracle, then with special ones. */
function everyShape(run: (m: number, n: number, gap: number, draw: Draw, plain: boolean) => void) {
  for (const m of ROWS) {
    for (const n of COLUMNS) {
      const gap = [0, 1, 6][(m + n) % 3];
      run(m, n, gap, uniform(m * 101 + n), true);
      run(m, n, gap, special(m * 101 + n), false);
    }
  }
}

describe('bias_add', () => {
  test('every shape', () => {
    everyShape((m, n, gap, draw, plain) => {
      checkAll((arena) => {
        const z = arena.mark(arena.input(m, n, draw, gap));
        const bias = arena.packed(1, m, draw);
        const old = arena.copy(z);
        const add = arena.copy(bias);
        const expected = (i: number, j: number) => near(old(i, j) + add(0, i), 2, 1);
        const args = [z.at, z.ld, bias.at, m, n];
        const oracle = plain ? [{ of: z, expected }] : [];
        return { kernel: 'bias_add', shape: `${m}×${n}`, args, oracle };
      });
    });
  });
});

describe('relu_forward', () => {
  test.each([false, true])('every shape, in place: %s', (inPlace) => {
    everyShape((m, n, gap, draw, plain) => {
      checkAll((arena) => {
        const z = arena.input(m, n, draw, gap);
        const a = inPlace ? arena.mark(z) : arena.output(m, n, undefined, gap + 1);
        const old = arena.copy(z);
        const expected = (i: number, j: number) => near(Math.max(0, old(i, j)), 0, 0);
        const oracle = plain ? [{ of: a, expected }] : [];
        return {
          kernel: 'relu_forward',
          shape: `${m}×${n}`,
          args: [a.at, a.ld, z.at, z.ld, m, n],
          oracle,
        };
      });
    });
  });
});

describe('relu_backward', () => {
  test('every shape', () => {
    everyShape((m, n, gap, draw, plain) => {
      checkAll((arena) => {
        const d = arena.mark(arena.input(m, n, draw, gap));
        const h = arena.input(m, n, draw, gap + 1);
        const old = arena.copy(d);
        const at = arena.copy(h);
        const expected = (i: number, j: number) => near(at(i, j) > 0 ? old(i, j) : 0, 0, 0);
        const oracle = plain ? [{ of: d, expected }] : [];
        return {
          kernel: 'relu_backward',
          shape: `${m}×${n}`,
          args: [d.at, d.ld, h.at, h.ld, m, n],
          oracle,
        };
      });
    });
  });
});

describe('row_sum', () => {
  test('every shape', () => {
    everyShape((m, n, gap, draw, plain) => {
      checkAll((arena) => {
        const a = arena.input(m, n, draw, gap);
        const dst = arena.outputVector(n === 0 ? 0 : m);
        const expected = (_: number, i: number) => sumOf(n, (j) => arena.get(a, i, j));
        const oracle = plain ? [{ of: dst, expected }] : [];
        return {
          kernel: 'row_sum',
          shape: `${m}×${n}`,
          args: [dst.at, a.at, a.ld, m, n],
          oracle,
        };
      });
    });
  });
});
