import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPath, type Field } from '../../../src/report/chart/contour.js';

type Point = readonly [x: number, y: number];

const place = (column: number, row: number): Point => [100 * column, 100 * row];

function fieldOf(values: readonly (readonly (number | null)[])[]): Field {
  return {
    columns: values[0].length,
    rows: values.length,
    at: (column, row) => values[row][column],
  };
}

function ringsOf(d: string): Point[][] {
  return [...d.matchAll(/M([^Z]*)Z/g)].map(([, points]) => {
    const numbers = points.split(' ').map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, i) => [
      numbers[2 * i],
      numbers[2 * i + 1],
    ]);
  });
}

/** By the even-odd rule. */
function holds(rings: readonly Point[][], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    });
  }
  return inside;
}

describe('areaPath', () => {
  it('cuts the edges where the field crosses the level', () => {
    const field = fieldOf([
      [0, 0, 0],
      [0, 4, 0],
      [0, 0, 0],
    ]);
    const [ring] = ringsOf(areaPath(field, 1, place));
    expect(new Set(ring.map(String))).toEqual(new Set(['25,100', '100,25', '175,100', '100,175']));
  });

  it('ends on the edge of the grid, in its corners too', () => {
    const all = fieldOf([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    const [ring] = ringsOf(areaPath(all, 1, place));
    expect(new Set(ring.map(String))).toEqual(new Set(['0,0', '100,0', '100,200', '0,200']));
  });

  it('has a ring around each part and each hole', () => {
    const parts = fieldOf([[2, 0, 2, 0, 2]].concat([[2, 0, 2, 0, 2]]));
    expect(ringsOf(areaPath(parts, 1, place))).toHaveLength(3);
    const hole = fieldOf([
      [2, 2, 2],
      [2, 0, 2],
      [2, 2, 2],
    ]);
    expect(ringsOf(areaPath(hole, 1, place))).toHaveLength(2);
  });

  it('leaves out what has no value, and is empty below the level', () => {
    const gap = fieldOf([
      [2, 2, 2],
      [2, null, 2],
      [2, 2, 2],
    ]);
    const rings = ringsOf(areaPath(gap, 1, place));
    expect(holds(rings, [100, 100])).toBe(false);
    expect(holds(rings, [50, 5])).toBe(true);
    expect(areaPath(fieldOf([[0, null]]), 1, place)).toBe('');
  });

  it('holds the points at or above the level and no others, whatever the field', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: -9, max: 9 }));
    const grids = fc
      .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(grids, (values) => {
        // Between two values, so that no point lies on the border.
        const rings = ringsOf(areaPath(fieldOf(values), 0.5, place));
        values.slice(1, -1).forEach((row, r) => {
          row.slice(1, -1).forEach((each, c) => {
            const [column, line] = [c + 1, r + 1];
            // Beside nothing the border runs through the last point itself.
            if (besideNothing(values, column, line)) return;
            expect(holds(rings, place(column, line))).toBe(each !== null && each >= 0.5);
          });
        });
      }),
    );
  });
});

function besideNothing(values: readonly (number | null)[][], column: number, row: number): boolean {
  return [
    [column, row],
    [column - 1, row],
    [column + 1, row],
    [column, row - 1],
    [column, row + 1],
  ].some(([c, r]) => values[r][c] === null);
}
