import { xy } from './svg.js';

/** Values on a grid of points, row by row; null where there is none. */
export interface Field {
  columns: number;
  rows: number;
  at(column: number, row: number): number | null;
}

/** From a place on the grid, fractions included, to pixels. */
export type Place = (column: number, row: number) => readonly [x: number, y: number];

/**
 * The d of the area in which a field is at or above a level, to be filled by the even-odd rule; empty
 * where it never is. The field is linear between neighbours and ends on the edge of the grid.
 *
 * By marching squares: W. Lorensen, H. Cline, Marching cubes (1987), in the plane.
 */
export function areaPath(field: Field, level: number, place: Place): string {
  const next = segments(field, level);
  const crossing = crossings(field, level);
  let path = '';
  for (let start = first(next); start !== undefined; start = first(next)) {
    const ring: [number, number][] = [];
    for (let edge = start, after = next.get(edge); after !== undefined; after = next.get(edge)) {
      const [x, y] = place(...crossing(edge));
      ring.push([Math.round(10 * x), Math.round(10 * y)]);
      next.delete(edge);
      edge = after;
    }
    path += ringPath(ring);
  }
  return path;
}

function first(edges: ReadonlyMap<number, number>): number | undefined {
  for (const edge of edges.keys()) return edge;
  return undefined;
}

/** Sides of a cell, counter-clockwise. */
const [BOTTOM, RIGHT, TOP, LEFT] = [0, 1, 2, 3];

/** By which of its corners are inside (1: lower left, then counter-clockwise): the sides at which the
 * border enters and leaves a cell, the inside to its left. */
const CASES: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [],
  [[BOTTOM, LEFT]],
  [[RIGHT, BOTTOM]],
  [[RIGHT, LEFT]],
  [[TOP, RIGHT]],
  [
    [BOTTOM, LEFT],
    [TOP, RIGHT],
  ],
  [[TOP, BOTTOM]],
  [[TOP, LEFT]],
  [[LEFT, TOP]],
  [[BOTTOM, TOP]],
  [
    [RIGHT, BOTTOM],
    [LEFT, TOP],
  ],
  [[RIGHT, TOP]],
  [[LEFT, RIGHT]],
  [[BOTTOM, RIGHT]],
  [[LEFT, BOTTOM]],
  [],
];

/** The two cases in which opposite corners are inside, where the middle is, too. */
const JOINED: Readonly<Record<number, (typeof CASES)[number]>> = {
  5: [
    [BOTTOM, RIGHT],
    [TOP, LEFT],
  ],
  10: [
    [LEFT, BOTTOM],
    [RIGHT, TOP],
  ],
};

/** From every edge that the border crosses to the next. Cells around the grid, whose outer corners
 * are outside, close it. */
function segments(field: Field, level: number): Map<number, number> {
  const { columns, rows } = field;
  const next = new Map<number, number>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const corners = [
        valueAt(field, column, row),
        valueAt(field, column + 1, row),
        valueAt(field, column + 1, row + 1),
        valueAt(field, column, row + 1),
      ];
      const inside = corners.reduce((bits, value, at) => bits | (value >= level ? 1 << at : 0), 0);
      const middle = corners.reduce((sum, value) => sum + value / 4, 0);
      const list = middle >= level ? (JOINED[inside] ?? CASES[inside]) : CASES[inside];
      for (const [from, to] of list) {
        next.set(edgeOf(from, column, row, columns), edgeOf(to, column, row, columns));
      }
    }
  }
  return next;
}

function valueAt(field: Field, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= field.columns || row >= field.rows)
    return Number.NEGATIVE_INFINITY;
  return field.at(column, row) ?? Number.NEGATIVE_INFINITY;
}

/** Edges are numbered: two at each point, to the right (even) and up (odd). */
function edgeOf(side: number, column: number, row: number, columns: number): number {
  const c = column + 1 + (side === RIGHT ? 1 : 0);
  const r = row + 1 + (side === TOP ? 1 : 0);
  return 2 * (r * (columns + 2) + c) + (side === LEFT || side === RIGHT ? 1 : 0);
}

/** Where the border crosses an edge. */
function crossings(field: Field, level: number): (edge: number) => [column: number, row: number] {
  const width = field.columns + 2;
  return (edge) => {
    const isUp = edge % 2 === 1;
    const point = (edge - (isUp ? 1 : 0)) / 2;
    const [column, row] = [(point % width) - 1, Math.floor(point / width) - 1];
    const from = valueAt(field, column, row);
    const to = isUp ? valueAt(field, column, row + 1) : valueAt(field, column + 1, row);
    const share = shareOf(from, to, level);
    return isUp ? [column, row + share] : [column + share, row];
  };
}

/** Towards nothing the border stops at the last point. */
function shareOf(from: number, to: number, level: number): number {
  if (from === Number.NEGATIVE_INFINITY) return 1;
  if (to === Number.NEGATIVE_INFINITY) return 0;
  return (level - from) / (to - from);
}

/** Of points in tenths of pixels. Those that add nothing are left out: equal to the last, or in the
 * middle of a straight line. */
function ringPath(ring: readonly (readonly [number, number])[]): string {
  const places = ring.filter(([x, y], at) => {
    const [ax, ay] = ring[(at + ring.length - 1) % ring.length];
    return x !== ax || y !== ay;
  });
  const corners = places.filter(([x, y], at) => {
    const [ax, ay] = places[(at + places.length - 1) % places.length];
    const [bx, by] = places[(at + 1) % places.length];
    return (x - ax) * (by - y) !== (y - ay) * (bx - x);
  });
  if (corners.length < 3) return '';
  return `M${corners.map(([x, y]) => xy(x / 10, y / 10)).join(' ')}Z`;
}
