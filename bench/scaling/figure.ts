import { type Plot, xAxis, yAxis } from '../../dist/report/chart/axis.js';
import { dodge } from '../../dist/report/chart/dodge.js';
import { HEAD, renderFigure } from '../../dist/report/chart/frame.js';
import { ink, seriesColour } from '../../dist/report/chart/palette.js';
import { linearScale, logScale, type Scale } from '../../dist/report/chart/scale.js';
import { linePath } from '../../dist/report/chart/shape.js';
import { element, escapeXml, text, xy } from '../../dist/report/chart/svg.js';
import { linearTicks, logTicks } from '../../dist/report/chart/ticks.js';
import type { Series } from './measure.js';

export interface Scaling {
  name: string;
  title: string;
  subtitle: string;
  x: { title: string; log: boolean };
  y: { title: string; log: boolean };
  series: readonly Series[];
  /** A dotted line for what cannot be passed: a constant, or y = x. */
  limit?: { label: string; at: number | 'x' };
}

const WIDTH = 760;
const PLOT: Plot = { left: 76, top: HEAD + 14, width: 480, height: 320 };

/** Lines with a dot per measurement, named at their right ends. */
export function scalingFigure({ name, title, subtitle, x, y, series, limit }: Scaling): string {
  const [xs, ys] = [0, 1].map((at) => series.flatMap(({ points }) => points.map((p) => p[at])));
  const bound = limit === undefined ? [] : [limit.at === 'x' ? Math.max(...xs) : limit.at];
  const xScale = scaleOf(x.log, xs, [PLOT.left, PLOT.left + PLOT.width], 1);
  const yScale = scaleOf(y.log, [...ys, ...bound], [PLOT.top + PLOT.height, PLOT.top], 0);
  const ticks = (scale: Scale, log: boolean, count: number) =>
    log ? logTicks(scale.low, scale.high, count) : linearTicks(scale.low, scale.high, count);
  const whole = ticks(xScale, x.log, 8).filter(({ value }) => Number.isInteger(value));
  return renderFigure({
    name,
    title,
    subtitle,
    description: series.map(describe).join('; '),
    width: WIDTH,
    height: PLOT.top + PLOT.height + 52,
    series: series.length,
    body: [
      yAxis(PLOT, yScale, ticks(yScale, y.log, 7), { labels: true, title: y.title }),
      xAxis(PLOT, xScale, whole, { labels: true, title: x.title }),
      ...(limit ? [limitLine(limit, xScale, yScale)] : []),
      ...series.map((each, i) => line(each, i, series.length, xScale, yScale)),
      ...names(series, limit, xScale, yScale),
    ],
    notes: [],
  });
}

function scaleOf(log: boolean, values: number[], range: [number, number], low: number): Scale {
  return log ? logScale(values, range) : linearScale(low, Math.max(...values), range);
}

function line({ points }: Series, index: number, count: number, x: Scale, y: Scale): string {
  const places = points.map(([px, py]): [number, number] => [x(px), y(py)]);
  return element('g', seriesColour(index, count), [
    element('path', { fill: 'none', 'stroke-width': '1.6', d: linePath(places) }),
    ...places.map(([cx, cy]) => element('circle', { cx, cy, r: 2.4, stroke: 'none' })),
  ]);
}

function limitLine({ at }: NonNullable<Scaling['limit']>, x: Scale, y: Scale): string {
  const [from, to] = at === 'x' ? [y(x.low), y(x.high)] : [y(at), y(at)];
  const d = `M${xy(PLOT.left, from)}L${xy(PLOT.left + PLOT.width, to)}`;
  return element('path', { ...ink('axis'), fill: 'none', 'stroke-dasharray': '1 3', d });
}

function names(series: readonly Series[], limit: Scaling['limit'], x: Scale, y: Scale): string[] {
  const ends = series.map(({ name, points }) => ({ name, at: points[points.length - 1] }));
  const marks = ends.map(({ name, at: [px, py] }) => ({ name, x: x(px), y: y(py) }));
  if (limit) {
    const value = limit.at === 'x' ? x.high : limit.at;
    marks.push({ name: limit.label, x: PLOT.left + PLOT.width, y: y(value) });
  }
  const wished = marks.map((mark) => mark.y);
  const places = dodge(wished, 13, PLOT.top, PLOT.top + PLOT.height) ?? wished;
  const right = PLOT.left + PLOT.width;
  return marks.map((mark, i) => {
    const d = `M${xy(mark.x + 4, mark.y)}L${xy(right + 12, places[i])}`;
    return [
      element('path', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', d }),
      text(right + 16, places[i] + 3.5, escapeXml(mark.name), { ...ink('dim'), 'font-size': '10' }),
    ].join('');
  });
}

function describe({ name, points }: Series): string {
  return `${name}: ${points.map(([px, py]) => `${py} at ${px}`).join(', ')}`;
}
