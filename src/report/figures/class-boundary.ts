import type { ClassBoundary, ClassPoints, Inspection } from '../../inspect/types.js';
import { counted, grouped, percent } from '../../results/wording.js';
import { classColour, classRules } from '../chart/class-colours.js';
import { areaPath, type Field, type Place } from '../chart/contour.js';
import { renderFigure } from '../chart/frame.js';
import { markers, rings } from '../chart/marker.js';
import { INK_LINE, INK_LINE_RULE, ink } from '../chart/palette.js';
import { element, escapeXml, fitted, text } from '../chart/svg.js';
import { classWords, inspectedWords } from '../inspected.js';
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

/** Leads at which an area gets darker, as log-odds of a share of 75 and 95 %, or as outputs. */
const LEVELS = {
  'log-odds': [0, 1.0986123, 2.944439],
  output: [0, 0.5, 0.9],
} as const;
const LEVEL_WORDS = {
  'log-odds': ['50 to 75 %', '75 to 95 %', 'over 95 %'],
  output: ['0 to 0.5', '0.5 to 0.9', 'over 0.9'],
} as const;
const OPACITIES = ['0.15', '0.14', '0.16'] as const;
const MOST_CLASSES = 14;

/** The plane in the colours of the answers, the samples above it. */
export function classBoundaryFigure(
  name: string,
  inspection: Inspection,
  boundary: ClassBoundary,
): string {
  const { plane, classes, train, test } = boundary;
  const plot = planePlot(plane);
  const key = keyOf(inspection, boundary, plot);
  return renderFigure({
    name: 'decision-boundary',
    title: `Decision boundary of ${inspection.network.variant}: ${name}`,
    subtitle: inspectedWords(inspection),
    description: description(inspection, boundary),
    width: PLANE_WIDTH,
    height: Math.max(plot.bottom + 50, key.bottom),
    series: 0,
    rules: [...classRules(classes), INK_LINE_RULE],
    body: [
      ...planeAxes(plot, inspection, [
        ...drawWithin(plot, (stride, place) => drawAreas(boundary, stride, place)),
        trainedFrame(plane, plot),
        ...samples(train, plot, classes, 'filled'),
        ...samples(test, plot, classes, 'open'),
        ringed([train, test], plot),
      ]),
      key.markup,
    ],
    notes: [`Drawn: ${drawnWords(train, 'training')}; ${drawnWords(test, 'test')}.`],
  });
}

function drawAreas(boundary: ClassBoundary, stride: number, place: Place): string[] {
  const levels = LEVELS[boundary.leadScale];
  const borders: string[] = [];
  const drawn = Array.from({ length: boundary.classes }, (_, k) => {
    const field = aheadOf(boundary, k, stride);
    const paths = levels.map((level) => areaPath(field, level, place));
    if (paths[0] !== '') borders.push(paths[0]);
    return element(
      'g',
      { ...classColour(k), 'fill-rule': 'evenodd' },
      paths.map((d, at) =>
        d === '' ? '' : element('path', { stroke: 'none', 'fill-opacity': OPACITIES[at], d }),
      ),
    );
  });
  // Two classes have one border.
  const lines = boundary.classes === 2 ? borders.slice(-1) : borders;
  const border = { ...INK_LINE, fill: 'none', 'stroke-width': '1.1' };
  return [...drawn, element('path', { ...border, d: lines.join('') })];
}

/** How far class k is ahead: its lead where it is the answer, else how far it is behind at least. */
function aheadOf({ answers, leads, plane }: ClassBoundary, k: number, stride: number): Field {
  const ahead = (column: number, row: number) => {
    const lead = leads[row][column];
    if (lead === null) return null;
    return answers[row][column] === k ? lead : -lead;
  };
  return strided(plane, stride, ahead);
}

type Filling = 'filled' | 'open';

function samples(
  points: ClassPoints,
  { at }: PlanePlot,
  classes: number,
  filling: Filling,
): string[] {
  return Array.from({ length: classes }, (_, k) => {
    const own = points.x.filter((_, i) => points.class[i] === k).map(at);
    return own.length === 0 ? '' : marker(k, own, filling);
  });
}

function marker(k: number, points: readonly (readonly [number, number])[], filling: Filling) {
  const d = markers(k, points);
  if (filling === 'filled')
    return element('g', classColour(k), element('path', { d, 'stroke-width': '0.6' }));
  const inside = element('path', { ...ink('bg'), stroke: 'none', d });
  return (
    inside +
    element('g', { ...classColour(k), 'stroke-width': '1.3' }, element('path', { d, fill: 'none' }))
  );
}

/** Around the samples that are answered as another class. */
function ringed(sets: readonly ClassPoints[], { at }: PlanePlot): string {
  const wrong = sets.flatMap(({ x, class: own, answer }) =>
    x.filter((_, i) => own[i] !== answer[i]).map(at),
  );
  return wrong.length === 0 ? '' : ring(wrong);
}

function ring(points: readonly (readonly [number, number])[]): string {
  return element('path', { ...INK_LINE, fill: 'none', 'stroke-width': '1', d: rings(points) });
}

function keyOf(
  inspection: Inspection,
  { classes, leadScale, plane }: ClassBoundary,
  { keyLeft: left, plot }: PlanePlot,
): { markup: string; bottom: number } {
  const rows: string[] = [];
  let y = plot.top + 6;
  const row = (mark: string, label: string) => {
    rows.push(mark, text(left + 30, y + 3.5, escapeXml(fitted(label, 10, 140)), SMALL));
    y += 17;
  };
  const at = () => [[left + 11, y]] as const;
  for (let k = 0; k < Math.min(classes, MOST_CLASSES); k++)
    row(marker(k, at(), 'filled'), classWords(inspection, k));
  if (classes > MOST_CLASSES) row('', `and ${grouped(classes - MOST_CLASSES)} more`);
  y += 8;
  row(marker(0, at(), 'filled'), 'training sample');
  row(marker(0, at(), 'open'), 'test sample');
  row(ring(at()), 'answered as another class');
  if (showsMore(plane)) row(frameMark(left, y), FRAME_WORDS);
  y += 12;
  for (const line of leadWords(classes, leadScale)) {
    rows.push(text(left, y, line, SMALL));
    y += 13;
  }
  y += 4;
  LEVEL_WORDS[leadScale].forEach((words, level) => {
    row(swatch(left, y, level), words);
  });
  return { markup: rows.join(''), bottom: y };
}

const SMALL = { ...ink('dim'), 'font-size': '10' };

/** As dark as an area of the first class from level `level` on. */
function swatch(x: number, y: number, level: number): string {
  const box = { x, y: y - 5, width: 22, height: 10, stroke: 'none' };
  const layers = OPACITIES.slice(0, level + 1).map((opacity) =>
    element('rect', { ...box, 'fill-opacity': opacity }),
  );
  return element('g', classColour(0), layers);
}

function leadWords(classes: number, scale: ClassBoundary['leadScale']): string[] {
  if (scale === 'output') return ['output of the answer', 'above that of the next class'];
  return classes === 2
    ? ['probability of the answer']
    : ['probability of the answer', 'of those of it and the next'];
}

function drawnWords({ rows, x, class: own, answer }: ClassPoints, set: string): string {
  const wrong = own.filter((k, i) => answer[i] !== k).length;
  const verb = wrong === 1 ? 'is' : 'are';
  return `${grouped(x.length)} of ${counted(rows, `${set} sample`)}, of which ${grouped(wrong)} ${verb} answered otherwise`;
}

function description(inspection: Inspection, { answers, classes, plane }: ClassBoundary): string {
  const points = plane.columns * plane.rows;
  const counts = new Array<number>(classes).fill(0);
  for (const row of answers) for (const k of row) counts[k]++;
  const shares = counts.map(
    (count, k) => `${classWords(inspection, k)} on ${percent(count / points)}`,
  );
  return `Over the plane of both inputs, a little beyond the data, the network answers ${shares.join(', ')}.`;
}
