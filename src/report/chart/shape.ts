import { xy } from './svg.js';

/** A point in pixels; null where the data has none. */
export type Point = readonly [x: number, y: number] | null;

/** The d of a line through the points, broken where one is missing; a lone point is a dot. */
export function linePath(points: readonly Point[]): string {
  return runsOf(points)
    .map((run) => (run.length === 1 ? `M${pair(run[0])}h0` : `M${run.map(pair).join('L')}`))
    .join('');
}

/** The d of the area between two lines over the same places, where both have points. */
export function bandPath(upper: readonly Point[], lower: readonly Point[]): string {
  const both = upper.map((point, at) => (point === null || lower[at] === null ? null : at));
  const area = (places: readonly number[]) => {
    const forth = places.map((at) => pair(upper[at]!));
    const back = places.map((at) => pair(lower[at]!)).reverse();
    return `M${[...forth, ...back].join('L')}Z`;
  };
  return runsOf(both).map(area).join('');
}

function runsOf<T>(items: readonly (T | null)[]): T[][] {
  const runs: T[][] = [[]];
  for (const item of items) {
    if (item !== null) runs[runs.length - 1].push(item);
    else if (runs[runs.length - 1].length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function pair([x, y]: readonly [number, number]): string {
  return xy(x, y);
}
