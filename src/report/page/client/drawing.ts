import { cut } from '../../chart/cut.js';
import { linePath, type Point } from '../../chart/shape.js';
import { element, escapeXml, xy } from '../../chart/svg.js';
import type { PageScale } from './scale.js';

/** A place that a pointer or the arrow keys can reach. */
export interface Spot {
  variant: number;
  /** Spots of a row lie along x; up and down lead from row to row. */
  row: number;
  x: number;
  y: number;
  /** The readout: what it is, then its values. */
  head: string;
  lines: readonly string[];
}

/** A chart, drawn for a width. */
export interface Drawing {
  title: string;
  markup: string;
  spots: readonly Spot[];
  /** What marks a spot. */
  mark(spot: Spot): string;
}

/** Where data lies in the drawing. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const HEIGHT = 360;

export function boxOf(width: number): Box {
  return { left: 62, top: 10, right: width - 12, bottom: HEIGHT - 46 };
}

/** Data ends at the edges of the box; half a marker may stand out but for below. */
export function inside({ left, top, right, bottom }: Box, marks: readonly string[]): string {
  return cut({ left, top, width: right - left, height: bottom - top }, 6, marks);
}

/** Grid, base line, ticks and titles. Labels along x that would touch are left out. */
export function axes(
  box: Box,
  x: PageScale,
  y: PageScale,
  titles: { x: string; y: string },
): string {
  const rows = y.ticks.map(({ value, label }) => {
    const at = y.at(value);
    return (
      element('path', { class: 'grid', d: `M${xy(box.left, at)}H${box.right}` }) +
      element('text', { class: 'dim', x: box.left - 7, y: at + 4, 'text-anchor': 'end' }, label)
    );
  });
  let free = Number.NEGATIVE_INFINITY;
  const columns = x.ticks.map(({ value, label }) => {
    const at = x.at(value);
    const width = 7 * label.replace(/<[^>]*>/g, '').length;
    const stub = element('path', { class: 'axis', d: `M${xy(at, box.bottom)}v5` });
    if (at - width / 2 < free) return stub;
    free = at + width / 2 + 8;
    const place = { class: 'dim', x: at, y: box.bottom + 19, 'text-anchor': 'middle' };
    return stub + element('text', place, label);
  });
  const base = element('path', { class: 'axis', d: `M${xy(box.left, box.bottom)}H${box.right}` });
  const [centre, middle] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const words = [
    element('text', { x: centre, y: HEIGHT - 8, 'text-anchor': 'middle' }, escapeXml(titles.x)),
    element(
      'text',
      { x: 14, y: middle, 'text-anchor': 'middle', transform: `rotate(-90 14 ${middle})` },
      escapeXml(titles.y),
    ),
  ];
  return [...rows, base, ...columns, ...words].join('');
}

/** A line through the values that the axes hold. */
export function line(
  xs: readonly number[],
  values: readonly (number | null)[],
  y: PageScale,
  attributes: Record<string, string>,
): string {
  const points = values.map((value, at): Point => (y.holds(value) ? [xs[at], y.at(value)] : null));
  const d = linePath(points);
  return d === '' ? '' : element('path', { d, ...attributes });
}

/** Attributes of what belongs to a variant: its colour is a rule of the chart. */
export function ofVariant(at: number, more = ''): Record<string, string> {
  return { class: `v v${at}${more}` };
}
