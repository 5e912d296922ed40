import { type SetName, setsIn } from '../results/measured.js';
import type { AggregateRecord, Results } from '../results/schema.js';
import { type SizeCurve, sizeCurves } from '../results/size-curves.js';
import { grouped } from '../results/wording.js';
import { type Plot, xAxis, yAxis } from './chart/axis.js';
import { dodge } from './chart/dodge.js';
import { EDGE, HEAD, nothingToShow, renderFigure } from './chart/frame.js';
import { KEY_MARK, type KeyEntry, keyRow } from './chart/key.js';
import { ink, setColour } from './chart/palette.js';
import { logScale, type Scale } from './chart/scale.js';
import { setKey, setLines } from './chart/set-lines.js';
import { element, escapeXml, text, xy } from './chart/svg.js';
import { logTicks, type Tick } from './chart/ticks.js';
import { finalValues, type Measure } from './measure.js';
import { isRepeated, seedWords, unfinishedNotes } from './words.js';

const WIDTH = 820;
/** Without references there is nothing to the right of the plot. */
const NARROW = 640;
const PLOT: Plot = { left: 76, top: HEAD + 22, width: 540, height: 380 };

/** A figure of what is measured of every network against its number of parameters. */
export interface SizeFigure {
  name: string;
  title: string;
  /** `Final loss (MSE)`. */
  what: string;
  measure: Measure;
  write(value: number | null | undefined): string;
  /** What the measure has in the middle of its spreads. */
  statistic?: 'mean' | 'median';
  /** Predictors that need no network. */
  references: readonly ReferenceMark[];
  axis(
    values: readonly (number | null)[],
    references: readonly number[],
    range: [number, number],
  ): { y: Scale; ticks: Tick[] };
  axisTitle: string;
  /** Whether the figure may be narrower where it shows no reference. */
  narrow?: boolean;
  /** On values and references that the axis cannot hold. */
  notes(dropped: number, references: readonly ReferenceMark[]): string[];
}

export interface ReferenceMark {
  set: SetName;
  label: string;
  value: number;
}

/** Final values of every set against the number of parameters, which is logarithmic. */
export function sizeFigure(results: Results, spec: SizeFigure): string {
  const found = setsIn(results);
  const sets = found.length === 0 ? (['train', 'test'] as const) : found;
  const values = finalValues(results, spec.measure);
  const { y, ticks } = spec.axis(
    values,
    spec.references.map((mark) => mark.value),
    [PLOT.top + PLOT.height, PLOT.top],
  );
  const references = spec.references.filter((mark) => y.holds(mark.value));
  const hidden = spec.references.filter((mark) => !y.holds(mark.value));
  const sizes = results.aggregate.map((record) => record.params);
  const x = logScale(sizes, [PLOT.left, PLOT.left + PLOT.width]);
  const several = isRepeated(results);
  const dropped = values.filter((value) => value !== null && !y.holds(value)).length;
  const curves = sizeCurves(results);
  return renderFigure({
    name: spec.name,
    title: `${spec.title}: ${results.name}`,
    subtitle: `${spec.what} of each network, ${several ? `${spec.statistic ?? 'median'} over ` : ''}${seedWords(results)}`,
    description: description(results, spec),
    width: spec.narrow && references.length === 0 ? NARROW : WIDTH,
    height: PLOT.top + PLOT.height + 52,
    series: 0,
    sets,
    body: [
      keyRow(EDGE, HEAD + 2, [
        ...setKey(sets, several, marker),
        ...(several ? [dotKey(results)] : []),
      ]),
      yAxis(PLOT, y, ticks, { labels: true, title: spec.axisTitle }),
      xAxis(PLOT, x, logTicks(x.low, x.high, 8), { labels: true, title: 'parameters' }),
      referenceLinesOf(references, y),
      ...sets.map((set) => seedDots(results, spec, set, x, y)),
      ...curves.flatMap((curve) => sets.map((set) => sizeLine(curve, spec, set, x, y))),
      ...nothingToShow(
        PLOT,
        results.runs.some((run) => run.status === 'done'),
      ),
    ],
    notes: [...spec.notes(dropped, hidden), ...unfinishedNotes(results)],
  });
}

/** Dotted lines across the plot with their names on the right, moved apart where they would touch. */
function referenceLinesOf(marks: readonly ReferenceMark[], y: Scale): string {
  const wished = marks.map((mark) => y(mark.value));
  const places = dodge(wished, 13, PLOT.top, PLOT.top + PLOT.height) ?? wished;
  const right = PLOT.left + PLOT.width;
  return marks
    .map(({ set, label, value }, at) => {
      const line = `M${xy(PLOT.left, y(value))}H${right}`;
      const leader = `M${xy(right, y(value))}L${xy(right + 12, places[at])}`;
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

function seedDots(
  results: Results,
  { measure }: SizeFigure,
  set: SetName,
  x: Scale,
  y: Scale,
): string {
  const params = new Map(results.aggregate.map((record) => [record.variant, record.params]));
  const dots = results.runs.flatMap((run) => {
    const value = measure.final(run)?.[set];
    if (run.status !== 'done' || !y.holds(value)) return [];
    return [`M${xy(x(params.get(run.variant)!), y(value))}h0`];
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

function dotKey({ runs }: Results): KeyEntry {
  const mark = (x: number, y: number) =>
    element('path', {
      ...ink('axis'),
      ...DOT,
      'stroke-opacity': '0.8',
      d: `M${xy(x + KEY_MARK / 2, y)}h0`,
    });
  return { mark, label: runs.some(({ fold }) => fold !== undefined) ? 'one run' : 'one seed' };
}

/** The curve with a marker per network; its name at the end. */
function sizeLine(
  { label, points }: SizeCurve,
  spec: SizeFigure,
  set: SetName,
  x: Scale,
  y: Scale,
): string {
  const shown = points.flatMap((point) => {
    const spread = spec.measure.spreads(point)?.[set];
    return spread === undefined ? [] : [{ point, spread }];
  });
  const places = shown.map(({ point }) => x(point.params));
  const markers = shown.flatMap(({ point, spread }, at) => {
    if (!y.holds(spread.median)) return [];
    const title = element('title', {}, escapeXml(markerTitle(point, set, spec)));
    return [marker(set, places[at], y(spread.median), title)];
  });
  const end = shown.findLast(({ spread }) => y.holds(spread.median));
  const name =
    label === '' || end === undefined
      ? ''
      : text(x(end.point.params) - 4, y(end.spread.median!) - 9, escapeXml(label), {
          'text-anchor': 'end',
          'font-size': '10',
        });
  const spreads = shown.map(({ spread }) => spread);
  return setLines(set, places, spreads, y) + element('g', setColour(set), markers) + name;
}

/** Filled circles for training, diamonds for validation, hollow squares for test. */
function marker(set: SetName, x: number, y: number, title = ''): string {
  if (set === 'train') return element('circle', { cx: x, cy: y, r: 3.2, stroke: 'none' }, title);
  if (set === 'validation') {
    return element(
      'path',
      { d: `M${xy(x, y - 4.2)}l4.2 4.2l-4.2 4.2l-4.2 -4.2Z`, stroke: 'none' },
      title,
    );
  }
  const square = { x: x - 3, y: y - 3, width: 6, height: 6, ...ink('bg') };
  return element('rect', { ...square, 'stroke-width': '1.4' }, title);
}

function markerTitle(
  record: AggregateRecord,
  set: SetName,
  { measure, write }: SizeFigure,
): string {
  const size = `${record.variant} (${grouped(record.params)} parameters)`;
  const spread = measure.spreads(record)?.[set];
  return `${size}: ${set} ${write(spread?.median)} [${write(spread?.q1)}, ${write(spread?.q3)}]`;
}

function description(results: Results, spec: SizeFigure): string {
  const points = results.aggregate.map((record) => {
    const test = spec.measure.spreads(record)?.test.median;
    return `${markerTitle(record, 'train', spec)}, test ${spec.write(test)}`;
  });
  const references = spec.references.map((mark) => mark.label);
  const tail = references.length === 0 ? '' : ` For reference: ${references.join('; ')}.`;
  return `${points.join('; ')}.${tail}`;
}
