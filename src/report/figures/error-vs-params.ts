import type { LossName } from '../../config/types.js';
import { lossName } from '../../results/loss-noun.js';
import {
  REFERENCE_NAMES,
  type ReferenceLines,
  recordedLines,
  referenceLabel,
} from '../../results/reference-lines.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { type SizeCurve, sizeCurves } from '../../results/size-curves.js';
import { figure, grouped } from '../../results/wording.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import { dodge } from '../chart/dodge.js';
import { EDGE, HEAD, nothingToShow, renderFigure } from '../chart/frame.js';
import { KEY_MARK, type KeyEntry, keyRow } from '../chart/key.js';
import { ink, type SetName, setColour } from '../chart/palette.js';
import { isPositive, logScale, type Scale } from '../chart/scale.js';
import { setKey, setLines } from '../chart/set-lines.js';
import { element, escapeXml, text, xy } from '../chart/svg.js';
import { logTicks } from '../chart/ticks.js';
import { droppedNotes, lossWord, seedWords, unfinishedNotes } from '../words.js';

const WIDTH = 820;
const PLOT: Plot = { left: 76, top: HEAD + 22, width: 540, height: 380 };
const SETS: readonly SetName[] = ['train', 'test'];

/** Final training and test error against the number of parameters, both logarithmic. */
export function errorVsParams(results: Results): string {
  const lines = recordedLines(results.observations);
  const loss = lossName(results.config);
  const done = results.runs.filter((run) => run.status === 'done');
  const errors = done.flatMap(({ final }) => [final.train, final.test]);
  const references = referenceMarks(lines, loss);
  const shown = [...errors, ...references.map((mark) => mark.error)];
  const y = logScale(shown, [PLOT.top + PLOT.height, PLOT.top]);
  const sizes = results.aggregate.map((record) => record.params);
  const x = logScale(sizes, [PLOT.left, PLOT.left + PLOT.width]);
  const several = new Set(results.runs.map((run) => run.seed)).size > 1;
  const dropped = errors.filter((value) => value !== null && !isPositive(value)).length;
  return renderFigure({
    name: 'error-vs-params',
    title: `Error against size: ${results.name}`,
    subtitle: `Final loss (${lossWord(results)}) of each network, ${several ? 'median over ' : ''}${seedWords(results)}`,
    description: description(results, lines),
    width: WIDTH,
    height: PLOT.top + PLOT.height + 52,
    series: 0,
    body: [
      keyRow(EDGE, HEAD + 2, [...setKey(several, marker), ...(several ? [dotKey()] : [])]),
      yAxis(PLOT, y, logTicks(y.low, y.high, 8), {
        labels: true,
        title: `final loss (${lossWord(results)})`,
      }),
      xAxis(PLOT, x, logTicks(x.low, x.high, 8), { labels: true, title: 'parameters' }),
      referenceLinesOf(references, y),
      ...SETS.map((set) => seedDots(results, set, x, y)),
      ...sizeCurves(results).flatMap((curve) => SETS.map((set) => sizeLine(curve, set, x, y))),
      ...nothingToShow(PLOT, done.length > 0),
    ],
    notes: [...droppedNotes(dropped), ...unfinishedNotes(results)],
  });
}

interface ReferenceMark {
  set: SetName;
  label: string;
  error: number;
}

function referenceMarks(lines: ReferenceLines, loss: LossName): ReferenceMark[] {
  return REFERENCE_NAMES.flatMap((name) =>
    SETS.flatMap((set) => {
      const error = lines[name]?.[set];
      if (!isPositive(error)) return [];
      return [{ set, error, label: `${referenceLabel(name, loss)}, ${set} ${figure(error)}` }];
    }),
  );
}

/** Dotted lines across the plot with their names on the right, moved apart where they would touch. */
function referenceLinesOf(marks: readonly ReferenceMark[], y: Scale): string {
  const wished = marks.map((mark) => y(mark.error));
  const places = dodge(wished, 13, PLOT.top, PLOT.top + PLOT.height) ?? wished;
  const right = PLOT.left + PLOT.width;
  return marks
    .map(({ set, label, error }, at) => {
      const line = `M${xy(PLOT.left, y(error))}H${right}`;
      const leader = `M${xy(right, y(error))}L${xy(right + 12, places[at])}`;
      return [
        element('g', setColour(set), [
          element('path', { fill: 'none', 'stroke-dasharray': '1 3', d: line }),
          element('path', { fill: 'none', 'stroke-width': '0.6', d: leader }),
        ]),
        text(right + 16, places[at] + 3.4, escapeXml(label), { ...ink('dim'), 'font-size': '10' }),
      ].join('');
    })
    .join('');
}

function seedDots(results: Results, set: SetName, x: Scale, y: Scale): string {
  const params = new Map(results.aggregate.map((record) => [record.variant, record.params]));
  const dots = results.runs.flatMap(({ variant, status, final }) => {
    const error = final[set];
    if (status !== 'done' || !isPositive(error)) return [];
    return [`M${xy(x(params.get(variant)!), y(error))}h0`];
  });
  if (dots.length === 0) return '';
  return element('g', setColour(set), element('path', { ...DOT, d: dots.join('') }));
}

const DOT = {
  fill: 'none',
  'stroke-width': '3.2',
  'stroke-linecap': 'round',
  'stroke-opacity': '0.35',
};

function dotKey(): KeyEntry {
  const mark = (x: number, y: number) =>
    element('path', {
      ...ink('axis'),
      ...DOT,
      'stroke-opacity': '0.8',
      d: `M${xy(x + KEY_MARK / 2, y)}h0`,
    });
  return { mark, label: 'one seed' };
}

/** The curve with a marker per network: filled circles for training, hollow squares for test. */
function sizeLine({ label, points }: SizeCurve, set: SetName, x: Scale, y: Scale): string {
  const places = points.map((point) => x(point.params));
  const spreads = points.map((point) => point[set]);
  const markers = points.flatMap((point, at) => titledMarker(point, set, places[at], y));
  const end = points.findLast((point) => isPositive(point[set].median));
  const name =
    label === '' || end === undefined
      ? ''
      : text(x(end.params) - 4, y(end[set].median!) - 9, escapeXml(label), {
          'text-anchor': 'end',
          'font-size': '10',
        });
  return setLines(set, places, spreads, y) + element('g', setColour(set), markers) + name;
}

function titledMarker(point: AggregateRecord, set: SetName, x: number, y: Scale): string[] {
  const { median } = point[set];
  if (!isPositive(median)) return [];
  const title = element('title', {}, escapeXml(markerTitle(point, set)));
  return [marker(set, x, y(median), title)];
}

function marker(set: SetName, x: number, y: number, title = ''): string {
  if (set === 'train') return element('circle', { cx: x, cy: y, r: 3.2, stroke: 'none' }, title);
  const square = { x: x - 3, y: y - 3, width: 6, height: 6, ...ink('bg') };
  return element('rect', { ...square, 'stroke-width': '1.4' }, title);
}

function markerTitle({ variant, params, ...record }: AggregateRecord, set: SetName): string {
  const { median, q1, q3 } = record[set];
  const size = `${variant} (${grouped(params)} parameters)`;
  return `${size}: ${set} ${figure(median)} [${figure(q1)}, ${figure(q3)}]`;
}

function description(results: Results, lines: ReferenceLines): string {
  const loss = lossName(results.config);
  const points = results.aggregate.map(
    (record) => `${markerTitle(record, 'train')}, test ${figure(record.test.median)}`,
  );
  const references = referenceMarks(lines, loss).map((mark) => mark.label);
  const tail = references.length === 0 ? '' : ` For reference: ${references.join('; ')}.`;
  return `${points.join('; ')}.${tail}`;
}
