import type { Inspection, ValueBoundary, ValuePoints } from '../../inspect/types.js';
import { counted, figure, grouped } from '../../results/wording.js';
import { areaPath, type Place } from '../chart/contour.js';
import { renderFigure } from '../chart/frame.js';
import { HEAT_STEPS, heat, heatRules } from '../chart/heat.js';
import { markers } from '../chart/marker.js';
import { INK_LINE, INK_LINE_RULE, ink } from '../chart/palette.js';
import { element, escapeXml, fitted, text } from '../chart/svg.js';
import { linearTicks, type Tick, withMinus } from '../chart/ticks.js';
import { inspectedWords } from '../inspected.js';
import {
  drawWithin,
  FRAME_WORDS,
  frameMark,
  PLANE_WIDTH,
  type PlanePlot,
  planeAxes,
  planePlot,
  showsMore,
  strided,
  trainedFrame,
} from './plane.js';

const BANDS = 12;

/** The plane in bands of what the network says, the samples above it in those of what is true. */
export function valueBoundaryFigure(
  name: string,
  inspection: Inspection,
  boundary: ValueBoundary,
): string {
  const { plane, train, test, outputs } = boundary;
  const plot = planePlot(plane);
  const levels = levelsOf(boundary);
  const what = inspection.targetNames?.[0] ?? (outputs === 1 ? 'the output' : 'output 1');
  return renderFigure({
    name: 'decision-boundary',
    title: `Answers of ${inspection.network.variant} over its inputs: ${name}`,
    subtitle: inspectedWords(inspection),
    description: description(boundary, what),
    width: PLANE_WIDTH,
    height: plot.bottom + 50,
    series: 0,
    rules: [...heatRules(), INK_LINE_RULE],
    body: [
      ...planeAxes(plot, inspection, [
        ...drawWithin(plot, (stride, place) => drawBands(boundary, levels, stride, place)),
        trainedFrame(plane, plot),
        ...samples(train, TRAIN, levels, plot),
        ...samples(test, TEST, levels, plot),
      ]),
      ...keyOf(boundary, what, levels, plot),
    ],
    notes: [
      `Areas: what the network says; samples: what is true, in the same colours. Drawn: ${drawnWords(train, 'training')}, ${drawnWords(test, 'test')}.` +
        (outputs > 1 ? ` The first of ${grouped(outputs)} outputs.` : ''),
    ],
  });
}

/** Shapes of the samples: circles and diamonds. */
const [TRAIN, TEST] = [0, 3];

/** Round values between the bands. */
function levelsOf({ values, train, test }: ValueBoundary): Tick[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of [...values, train.target, test.target]) {
    for (const value of row) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(high > low)) return [];
  return linearTicks(low, high, BANDS)
    .filter(({ value }) => value > low && value <= high)
    .map(withMinus);
}

/** The shade of band `band` of so many. */
function shadeOf(band: number, levels: readonly Tick[]): number {
  return levels.length === 0 ? 10 : 1 + Math.round(((HEAT_STEPS - 1) * band) / levels.length);
}

function drawBands(
  { values, plane }: ValueBoundary,
  levels: readonly Tick[],
  stride: number,
  place: Place,
): string[] {
  const field = strided(plane, stride, (column, row) => values[row][column]);
  const edges = [-Number.MAX_VALUE, ...levels.map(({ value }) => value)];
  return edges.map((level, band) => {
    const d = areaPath(field, level, place);
    const shade = heat(shadeOf(band, levels));
    return d === '' ? '' : element('path', { ...shade, 'fill-rule': 'evenodd', d });
  });
}

/** By bands, so that a band is one path. */
function samples(
  { x, target }: ValuePoints,
  shape: number,
  levels: readonly Tick[],
  { at }: PlanePlot,
): string[] {
  const bandOf = (value: number) => levels.filter((level) => value >= level.value).length;
  const found = target.map(bandOf);
  return Array.from({ length: levels.length + 1 }, (_, band) => {
    const own = x.filter((_, i) => found[i] === band).map(at);
    return own.length === 0 ? '' : marker(shape, own, shadeOf(band, levels));
  });
}

function marker(shape: number, points: readonly (readonly [number, number])[], shade: number) {
  const { stroke: _, ...filled } = heat(shade);
  const path = element('path', { ...filled, d: markers(shape, points) });
  return element('g', { ...INK_LINE, 'stroke-width': '0.8' }, path);
}

function keyOf(
  { plane, values }: ValueBoundary,
  what: string,
  levels: readonly Tick[],
  { keyLeft: left, plot }: PlanePlot,
): string[] {
  const row = (y: number, mark: string, label: string) =>
    mark + text(left + 30, y + 3.5, label, SMALL);
  const middle = shadeOf(Math.floor(levels.length / 2), levels);
  const top = plot.top + 8;
  const marks = [
    row(top, marker(TRAIN, [[left + 11, top]], middle), 'training sample'),
    row(top + 17, marker(TEST, [[left + 11, top + 17]], middle), 'test sample'),
  ];
  if (showsMore(plane)) marks.push(row(top + 34, frameMark(left, top + 34), FRAME_WORDS));
  const head = text(left, top + 56, escapeXml(fitted(what, 10, 165)), SMALL);
  const only = levels.length === 0 ? figure(values[0][0]) : '';
  return [...marks, head, scaleKey(levels, only, left, top + 64, plot.top + plot.height)];
}

const SMALL = { ...ink('dim'), 'font-size': '10' };

/** @param only what stands beside a single band. */
function scaleKey(
  levels: readonly Tick[],
  only: string,
  left: number,
  top: number,
  bottom: number,
): string {
  const step = Math.min(18, (bottom - top - 8) / (levels.length + 1));
  const y = (band: number) => top + 4 + (levels.length - band) * step;
  const box = { x: left, width: 22, height: step };
  const swatches = Array.from({ length: levels.length + 1 }, (_, band) =>
    element('rect', { ...heat(shadeOf(band, levels)), ...box, y: y(band) }),
  );
  const labels = levels.map(({ label }, at) => text(left + 30, y(at) + 3.5, label, SMALL));
  const label = only === '' ? '' : text(left + 30, top + 16.5, only, SMALL);
  return [...swatches, ...labels, label].join('');
}

function drawnWords({ x, rows }: ValuePoints, set: string): string {
  return `${grouped(x.length)} of ${counted(rows, `${set} sample`)}`;
}

function description({ values, plane }: ValueBoundary, what: string): string {
  const all = values.flat().filter((value) => value !== null);
  const [low, high] = [
    all.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    all.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  ];
  const middle = values[(plane.rows - 1) / 2]?.[(plane.columns - 1) / 2];
  return (
    `Over the plane of both inputs, a little beyond the data, the network says from ${figure(low)} ` +
    `to ${figure(high)} for ${what}; ${figure(middle)} in the middle.`
  );
}
