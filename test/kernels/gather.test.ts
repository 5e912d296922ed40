/** A minibatch by index, transposed; the dataset's rows have no padding to read. */
import { test } from 'vitest';
import { Touch } from './support/arena.js';
import { checkAll } from './support/check.js';
import { special } from './support/values.js';

const WIDTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 17];
const SAMPLES = [0, 1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 100];

test.each(WIDTHS)('gather_rows of width %i', (width) => {
  for (const n of SAMPLES) {
    for (const gap of [0, 3]) {
      checkAll((arena) => {
        const draw = special(width * 101 + n);
        const available = 2 * n + 1;
        // Every other row backwards, the very last one and one row twice among them.
        const rows = Array.from({ length: n }, (_, j) =>
          j === 1 ? available - 1 : 2 * (n - 1 - j),
        );
        const dst = arena.output(width, n, Touch.zero, gap);
        const indices = arena.indices(rows);
        const src = arena.packed(available, width, draw, width + gap);
        const expected = (i: number, j: number) => {
          const value = arena.get(src, rows[j], i);
          return { value: Number.isFinite(value) ? value : arena.get(dst, i, j), tolerance: 0 };
        };
        const finite = rows.every((r) =>
          Array.from({ length: width }, (_, i) => arena.get(src, r, i)).every(Number.isFinite),
        );
        const args = [dst.at, dst.ld, src.at, src.ld, indices, n, width];
        const shape = `${width}×${n}, gap ${gap}`;
        const oracle = finite ? [{ of: dst, expected }] : [];
        return { kernel: 'gather_rows', shape, args, oracle };
      });
    }
  }
});
