import { xy } from './svg.js';

/** Outlines of about equal area around a point, one for each class in turn. */
const OUTLINES = [
  'm-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0',
  'm-2.3-2.3h4.6v4.6h-4.6z',
  'm0-3.2l3 5.2h-6z',
  'm0-3.3l3.3 3.3l-3.3 3.3l-3.3-3.3z',
  'm0 3.2l3-5.2h-6z',
  'm-3.1-1h2.1v-2.1h2v2.1h2.1v2h-2.1v2.1h-2v-2.1h-2.1z',
] as const;

/** Around a point that has an outline already. */
const RING = 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0';

/** The d of markers of shape k around points in pixels. */
export function markers(k: number, points: readonly (readonly [number, number])[]): string {
  return path(OUTLINES[k % OUTLINES.length], points);
}

/** The d of rings around points. */
export function rings(points: readonly (readonly [number, number])[]): string {
  return path(RING, points);
}

function path(outline: string, points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `M${xy(x, y)}${outline}`).join('');
}
