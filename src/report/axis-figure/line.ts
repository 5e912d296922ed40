import type { SetName } from '../../results/measured.js';
import type { AggregateRecord, Spread } from '../../results/schema.js';
import { setColour } from '../chart/palette.js';
import { setLines } from '../chart/set-lines.js';
import { bandPath, linePath, type Point } from '../chart/shape.js';
import { element, escapeXml } from '../chart/svg.js';
import type { Drawing, Panel } from './drawing.js';
import { dots, jittered, marker, markerTitle, whisker } from './marks.js';
import type { AxisLine } from './spec.js';

/** A variant of a line, in a plot. */
export interface Place {
  record: AggregateRecord;
  spread: Spread;
  x: number;
}

/** The variants of line `index` for one set; categories have lines and sets side by side. */
export function placesOf(
  { along, spec, lines, colours }: Drawing,
  { across, sets }: Panel,
  { points }: AxisLine,
  index: number,
  set: SetName,
): Place[] {
  const [count, own] = colours ? [lines.length, index] : [sets.length, sets.indexOf(set)];
  const step =
    across.slot === undefined ? 0 : Math.min(colours ? 16 : 26, across.slot / (count + 0.5));
  const offset = (own - (count - 1) / 2) * step;
  return points.flatMap((record) => {
    const spread = spec.measure.spreads(record)?.[set];
    const value = along.xOf(record);
    if (spread === undefined || value === undefined) return [];
    return [{ record, spread, x: across.place(value) + offset }];
  });
}

/** The only line of a plot: bands and a marker per variant; over categories, whiskers alone. */
export function onlyLine(
  { spec }: Drawing,
  { y, across }: Panel,
  set: SetName,
  places: readonly Place[],
): string {
  const markers = places.flatMap(({ record, spread, x }) => {
    if (!y.holds(spread.median)) return [];
    const title = element('title', {}, escapeXml(markerTitle(record, set, spec)));
    return [marker(set, x, y(spread.median), title)];
  });
  if (across.slot !== undefined) {
    const whiskers = places.map(({ spread, x }) => whisker(x, spread, y, 9));
    return element('g', setColour(set), [...whiskers, ...markers]);
  }
  const xs = places.map(({ x }) => x);
  const spreads = places.map(({ spread }) => spread);
  return setLines(set, xs, spreads, y) + element('g', setColour(set), markers);
}

/** One of several lines in a band of quartiles; over categories whiskers, and a thin line that leads
 * the eye. */
export function seriesLine(
  { spec }: Drawing,
  { y, across }: Panel,
  set: SetName,
  places: readonly Place[],
  colour: Record<string, string>,
): string {
  const along = (key: 'median' | 'q1' | 'q3') =>
    places.map(({ spread, x }): Point => {
      const value = spread[key];
      return y.holds(value) ? [x, y(value)] : null;
    });
  const isNumeric = across.slot === undefined;
  const band = isNumeric ? bandPath(along('q3'), along('q1')) : '';
  const markers = places.flatMap(({ record, spread, x }) => {
    if (!y.holds(spread.median)) return [];
    const title = element('title', {}, escapeXml(markerTitle(record, set, spec)));
    return [element('circle', { cx: x, cy: y(spread.median), r: 2.8, stroke: 'none' }, title)];
  });
  const width = isNumeric ? '1.6' : '0.7';
  return element('g', colour, [
    band === '' ? '' : element('path', { d: band, stroke: 'none', 'fill-opacity': '0.16' }),
    ...(isNumeric ? [] : places.map(({ spread, x }) => whisker(x, spread, y, 6))),
    element('path', { d: linePath(along('median')), fill: 'none', 'stroke-width': width }),
    ...markers,
  ]);
}

/** A dot per finished run. */
export function runDots(
  { results, spec }: Drawing,
  { y, across }: Panel,
  set: SetName,
  places: readonly Place[],
  colour?: Record<string, string>,
): string {
  const xs = new Map(places.map(({ record, x }) => [record.variant, x]));
  const nth = new Map<string, number>();
  const found = results.runs.flatMap((run): [number, number][] => {
    const value = spec.measure.final(run)?.[set];
    const x = xs.get(run.variant);
    if (run.status !== 'done' || !y.holds(value) || x === undefined) return [];
    const at = nth.get(run.variant) ?? 0;
    nth.set(run.variant, at + 1);
    return [[x + (across.slot === undefined ? 0 : jittered(at)), y(value)]];
  });
  return dots(set, found, colour);
}

const REST = { 'stroke-width': '4', 'stroke-opacity': '0.45' };

/** The medians of the variants that the line of the best leaves out. */
export function restDots(
  { spec }: Drawing,
  { y, across }: Panel,
  set: SetName,
  places: readonly Place[],
): string {
  const found = places.flatMap(({ record, x }, at): [number, number][] => {
    const value = spec.measure.spreads(record)?.[set]?.median;
    if (!y.holds(value)) return [];
    return [[x + (across.slot === undefined ? 0 : jittered(at)), y(value)]];
  });
  return dots(set, found, undefined, REST);
}
