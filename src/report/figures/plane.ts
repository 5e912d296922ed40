import type { Inspection, Plane } from '../../inspect/types.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import type { Field, Place } from '../chart/contour.js';
import { EDGE, HEAD } from '../chart/frame.js';
import { INK_LINE, ink } from '../chart/palette.js';
import { linearScale, type Scale } from '../chart/scale.js';
import { element, fitted, xy } from '../chart/svg.js';
import { linearTicks, withMinus } from '../chart/ticks.js';

const LEFT = EDGE + 46;
const WIDTH = 420;
const LOWEST = 280;
const HIGHEST = 460;

/** The plane of two inputs as a plot, and what stands beside it. */
export interface PlanePlot {
  plot: Plot;
  x: Scale;
  y: Scale;
  /** From points of the grid to pixels. */
  place: Place;
  /** From inputs to pixels. */
  at(inputs: readonly [number, number]): [number, number];
  /** Left edge of the keys to its right. */
  keyLeft: number;
  /** Below the axis. */
  bottom: number;
}

export const PLANE_WIDTH = LEFT + WIDTH + 24 + 170 + EDGE;

/** Both inputs on one scale where that makes no strip of the plane. */
export function planePlot(plane: Plane): PlanePlot {
  const { columns, rows, low, high } = plane;
  const equal = (WIDTH * (high[1] - low[1])) / (high[0] - low[0]);
  const fits = equal >= LOWEST && equal <= HIGHEST;
  const plot = { left: LEFT, top: HEAD + 4, width: WIDTH, height: fits ? Math.round(equal) : 380 };
  const bottom = plot.top + plot.height;
  const x = linearScale(low[0], high[0], [plot.left, plot.left + plot.width]);
  const y = linearScale(low[1], high[1], [bottom, plot.top]);
  return {
    plot,
    x,
    y,
    place: (column, row) => [
      plot.left + (plot.width * column) / (columns - 1),
      bottom - (plot.height * row) / (rows - 1),
    ],
    at: ([first, second]) => [x(first), y(second)],
    keyLeft: plot.left + plot.width + 24,
    bottom,
  };
}

/** Both axes, and a frame, around what is drawn. */
export function planeAxes(
  { plot, x, y }: PlanePlot,
  { inputNames = ['first input', 'second input'] }: Inspection,
  drawn: readonly string[],
): string[] {
  const { left, top, width, height } = plot;
  const words = (input: number) => ({ labels: true, title: fitted(inputNames[input], 11, LOWEST) });
  return [
    yAxis(plot, y, linearTicks(y.low, y.high, 6).map(withMinus), words(1)),
    ...drawn,
    xAxis(plot, x, linearTicks(x.low, x.high, 7).map(withMinus), words(0)),
    element('rect', { ...ink('axis'), fill: 'none', x: left, y: top, width, height }),
  ];
}

/** Whether the plane goes far beyond what the training samples span. */
export function showsMore({ trained, low, high }: Plane): boolean {
  return ([0, 1] as const).some(
    (input) => trained.high[input] - trained.low[input] < 0.6 * (high[input] - low[input]),
  );
}

/** A dashed frame around what the training samples span, where the plane shows much more. */
export function trainedFrame(plane: Plane, { at }: PlanePlot): string {
  if (!showsMore(plane)) return '';
  const [left, bottom] = at(plane.trained.low);
  const [right, top] = at(plane.trained.high);
  const shape = { x: left, y: top, width: right - left, height: bottom - top };
  return element('rect', { ...DASHED, ...shape });
}

/** A sample of that frame, and its meaning. */
export function frameMark(x: number, y: number): string {
  return element('path', { ...DASHED, d: `M${xy(x, y)}h22` });
}

export const FRAME_WORDS = 'range of training';

const DASHED = { ...INK_LINE, fill: 'none', 'stroke-width': '1.2', 'stroke-dasharray': '5 3' };

/** Steps over the grid, all of which its sides are multiples of, and bytes that areas may take. */
const STRIDES = [1, 2, 4, 5];
const MOST_AREA_BYTES = 70_000;

/**
 * Areas over the grid, drawn coarser where they would take too many bytes.
 *
 * @param draw draws every `stride`-th point; `place` is of those.
 */
export function drawWithin(
  { place }: PlanePlot,
  draw: (stride: number, place: Place) => string[],
): string[] {
  const coarse = (stride: number) =>
    draw(stride, (column, row) => place(stride * column, stride * row));
  const isSmall = (areas: readonly string[]) =>
    areas.reduce((sum, { length }) => sum + length, 0) <= MOST_AREA_BYTES;
  let areas: string[] = [];
  for (const stride of STRIDES) {
    areas = coarse(stride);
    if (isSmall(areas)) break;
  }
  return areas;
}

/** Every `stride`-th point of a plane. */
export function strided(
  { columns, rows }: Plane,
  stride: number,
  at: (column: number, row: number) => number | null,
): Field {
  return {
    columns: (columns - 1) / stride + 1,
    rows: (rows - 1) / stride + 1,
    at: (column, row) => at(stride * column, stride * row),
  };
}
