import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArrays } from '../../src/data/arrays.js';
import { splitRows } from '../../src/data/split.js';

const rowsOf = (rows: number) => ({
  rows,
  x: Float32Array.from({ length: 2 * rows }, (_, i) => i),
  y: Float32Array.from({ length: rows }, (_, i) => -i),
});

describe('splitRows', () => {
  it('deals every row to one side, inputs with their target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.nat(),
        (rows, fraction, seed) => {
          const { train, test } = splitRows(rowsOf(rows), fraction, seed);
          expect(train.rows + test.rows).toBe(rows);
          expect(Math.min(train.rows, test.rows)).toBeGreaterThan(0);
          const seen = [...train.y, ...test.y].map((y) => 0 - y);
          expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
          for (const side of [train, test]) {
            side.y.forEach((y, i) => {
              expect([side.x[2 * i], side.x[2 * i + 1]]).toEqual([0 - 2 * y, 1 - 2 * y]);
            });
          }
        },
      ),
    );
  });

  it('is a function of the seed', () => {
    expect(splitRows(rowsOf(50), 0.2, 1)).toEqual(splitRows(rowsOf(50), 0.2, 1));
    expect(splitRows(rowsOf(50), 0.2, 2)).not.toEqual(splitRows(rowsOf(50), 0.2, 1));
  });
});

describe('openArrays', () => {
  it('flattens rows and knows their shape and digest', () => {
    const samples = {
      x: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      y: [[1], [2], [3]],
    };
    const source = openArrays({ kind: 'arrays', train: samples, test: { x: [[7, 8]], y: [[9]] } });
    expect(source.shape).toEqual({
      inputs: 2,
      outputs: 1,
      trainRows: 3,
      validationRows: 0,
      testRows: 1,
    });
    expect(Array.from(source.dataset(1).train.x)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(source.arraysSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
