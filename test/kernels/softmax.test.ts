/** Softmax and its cross-entropy against class indices. */
import { describe, expect, test } from 'vitest';
import { Touch } from './support/arena.js';
import { arena, checkAll, wasm } from './support/check.js';
import { near } from './support/oracle.js';
import { type Draw, special, uniform } from './support/values.js';

const CLASSES = [0, 1, 2, 3, 10];
const SAMPLES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 17, 100];

type Logit = (i: number, j: number) => number;

/** Softmax of column j in float64. */
function truth(z: Logit, m: number, j: number): number[] {
  const column = Array.from({ length: m }, (_, i) => z(i, j));
  const high = Math.max(...column);
  const powers = column.map((x) => Math.exp(x - high));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((e) => e / sum);
}

function everyShape(run: (m: number, n: number, draw: Draw, plain: boolean) => void): void {
  for (const m of CLASSES) {
    for (const n of SAMPLES) {
      const draw = uniform(m * 101 + n);
      run(m, n, () => 30 * draw(), true);
      run(m, n, special(m * 101 + n, 5), false);
    }
  }
}

/** Labels of every class in turn, and some that are none. */
const labels = (m: number, plain: boolean): Draw => {
  let j = 0;
  return () => (plain ? j++ % Math.max(m, 1) : [-1, 0.5, m, Number.NaN, -0][j++ % 5]);
};

describe('every shape', () => {
  test.each([false, true])('softmax, in place: %s', (inPlace) => {
    everyShape((m, n, draw, plain) => {
      checkAll((arena) => {
        const z = arena.input(m, n, draw, 1);
        const old = arena.copy(z);
        const a = inPlace ? arena.mark(z) : arena.output(m, n, Touch.free, 2);
        const expected = (i: number, j: number) => near(truth(old, m, j)[i], 1, 30);
        const oracle = plain ? [{ of: a, expected }] : [];
        const args = [a.at, a.ld, z.at, z.ld, m, n];
        return { kernel: 'softmax', shape: `${m}×${n}`, args, oracle };
      });
    });
  });

  test('softmax_cross_entropy_delta', () => {
    everyShape((m, n, draw, plain) => {
      checkAll((arena) => {
        const o = arena.input(m, n, draw, 1);
        const y = arena.input(1, n, labels(m, plain));
        const d = arena.output(m, n, Touch.zero, 2);
        const at: Logit = (i, j) => arena.get(o, i, j);
        const expected = (i: number, j: number) =>
          near((truth(at, m, j)[i] - (arena.get(y, 0, j) === i ? 1 : 0)) * 0.3, 1, 30);
        const oracle = plain ? [{ of: d, expected }] : [];
        const args = [d.at, d.ld, o.at, o.ld, y.at, m, n, 0.3];
        return { kernel: 'softmax_cross_entropy_delta', shape: `${m}×${n}`, args, oracle };
      });
    });
  });

  test('softmax_cross_entropy_sum', () => {
    everyShape((m, n, draw, plain) => {
      checkAll((arena) => {
        const o = arena.input(m, n, draw, 1);
        const y = arena.input(1, n, labels(m, plain));
        const args = [o.at, o.ld, y.at, m, n];
        return { kernel: 'softmax_cross_entropy_sum', shape: `${m}×${n}`, args };
      });
    });
  });
});

test.each([
  [0, Math.log(3)],
  [500, 0],
  [-500, 500 + Math.log(2)],
])('the loss of logits (%d, 0, 0) for class 0', (logit, loss) => {
  arena.reset();
  const logits = [logit, 0, 0];
  const o = arena.input(3, 1, () => logits.shift()!);
  const y = arena.input(1, 1, () => 0);
  expect(wasm.softmax_cross_entropy_sum(o.at, o.ld, y.at, 3, 1)).toBeCloseTo(loss, 6);
});
