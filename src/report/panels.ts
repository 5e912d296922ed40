import type { SetName } from '../results/measured.js';
import type { Results, RunRecord } from '../results/schema.js';
import { grouped, listed, setting } from '../results/wording.js';
import { bestOnly } from './best-variants.js';
import { type Plot, xAxis, yAxis } from './chart/axis.js';
import { cut } from './chart/cut.js';
import { EDGE, HEAD, renderFigure } from './chart/frame.js';
import { keyRow } from './chart/key.js';
import { titled } from './chart/legend.js';
import { ink, setColour } from './chart/palette.js';
import type { Scale } from './chart/scale.js';
import { setKey, setLines } from './chart/set-lines.js';
import { linePath, type Point } from './chart/shape.js';
import { element, fitted, text, textWidth, xy } from './chart/svg.js';
import type { Tick } from './chart/ticks.js';
import { type EpochAxis, epochAxis } from './epoch-axis.js';
import { type LearningCurves, learningCurves } from './learning-curves.js';
import type { Measure } from './measure.js';
import { type VariantLabels, variantLabels } from './variant-labels.js';
import { isRepeated, seedWords, stoppedNotes, unfinishedWords } from './words.js';

const LEFT = 76;
const GAP = 16;
/** Above each panel, for its name and its numbers. */
const CAPTION = 44;
/** More of it for another line. */
const LINE = 13;
const MOST_COLUMNS = 5;
/** More panels than this nobody compares: the best are shown. */
const MOST_PANELS = 30;

/** What the panels of a figure show. */
export interface Panels {
  name: string;
  /** What comes before `by network`. */
  title: string;
  /** `Loss (MSE)`. */
  what: string;
  /** At the end of each panel in the description: `training and 0.3 test loss`. */
  noun: string;
  sets: readonly SetName[];
  measure: Measure;
  write(value: number | null | undefined): string;
  /** The common axis over all values that are shown. */
  axis(values: readonly (number | null)[], range: [number, number]): { y: Scale; ticks: Tick[] };
  /** Whether the axis ends above some of the values. */
  isCut?: boolean;
  /** On values that the axis cannot hold. */
  notes(dropped: number): string[];
}

interface Grid {
  columns: number;
  width: number;
  height: number;
  top: number;
  rows: number;
  caption: number;
}

interface Axes {
  x: EpochAxis;
  y: Scale;
  ticks: readonly Tick[];
}

/** A panel per variant on common axes: median and bands of every set over the seeds. */
export function panels(results: Results, spec: Panels): string {
  const { shown, notes } = bestOnly(results, MOST_PANELS);
  const labels = variantLabels(results);
  const curves = learningCurves(shown, spec.measure, pointsOf(shown.variants.length));
  const grid = gridOf(curves, spec);
  const values = shownValues(curves, spec);
  const { y, ticks } = spec.axis(values, [grid.height, 0]);
  const axes = { x: epochAxis(results, [0, grid.width], 3), y, ticks };
  const dropped = values.filter((value) => value !== null && !y.holds(value)).length;
  const several = isRepeated(results);
  const width = LEFT + grid.columns * (grid.width + GAP) - GAP + EDGE;
  return renderFigure({
    name: spec.name,
    title: `${spec.title} by ${listed(labels.heads)}: ${results.name}`,
    subtitle: `${spec.what} against epoch${several ? `; median over ${seedWords(results)}` : ''}`,
    description: description(curves, spec, labels),
    width: Math.max(width, spec.sets.length > 2 ? 560 : 480),
    height: grid.top + grid.rows * (grid.height + grid.caption) + 50,
    series: 0,
    sets: spec.sets,
    body: [
      keyRow(EDGE, HEAD + 4, setKey(spec.sets, several)),
      ...curves.map((curve, at) => panel(curve, at, curves.length, grid, axes, spec, labels)),
      axisTitle(grid, axes.x.title),
    ],
    notes: [...notes, ...spec.notes(dropped), ...stoppedNotes(shown)],
  });
}

/** A panel has about two pixels for each. */
function pointsOf(panels: number): number {
  return Math.min(250, Math.ceil(500 / Math.min(MOST_COLUMNS, panels)));
}

/** One for all panels, below the last row. */
function axisTitle(grid: Grid, title: string): string {
  const centre = LEFT + (grid.columns * (grid.width + GAP) - GAP) / 2;
  const bottom = grid.top + grid.rows * (grid.height + grid.caption);
  return text(centre, bottom + 36, title, { 'text-anchor': 'middle' });
}

function gridOf(curves: readonly LearningCurves[], { sets }: Panels): Grid {
  const count = curves.length;
  const columns = Math.min(MOST_COLUMNS, count);
  const width = Math.min(360, Math.floor((804 - (columns - 1) * GAP) / columns));
  const height = Math.min(220, Math.max(120, Math.round(width * 0.7)));
  const warned = curves.some((curve) => curve.unfinished.length > 0);
  const second = curves.some((curve) => secondLine(curve, sets, String) !== '');
  const caption = CAPTION + (warned ? LINE : 0) + (second ? LINE : 0);
  return { columns, width, height, top: HEAD + 18, rows: Math.ceil(count / columns), caption };
}

/** The medians and extremes; where no run finished, what the others reached. */
function shownValues(curves: readonly LearningCurves[], spec: Panels): (number | null)[] {
  const { sets, measure } = spec;
  const spreads = curves.flatMap((curve) => sets.flatMap((set) => curve[set] ?? []));
  const finished = spreads.flatMap(({ low, high }) => [low, high]);
  if (finished.length > 0) return finished;
  return curves.flatMap(({ unfinished }) =>
    unfinished.flatMap((run) => sets.flatMap((set) => measure.history(run)?.[set] ?? [])),
  );
}

function panel(
  curve: LearningCurves,
  at: number,
  count: number,
  grid: Grid,
  axes: Axes,
  spec: Panels,
  labels: VariantLabels,
): string {
  const { x, y, ticks } = axes;
  const column = at % grid.columns;
  const left = LEFT + column * (grid.width + GAP);
  const top =
    grid.top + Math.floor(at / grid.columns) * (grid.height + grid.caption) + grid.caption;
  const plot: Plot = { left: 0, top: 0, width: grid.width, height: grid.height };
  const lowest = at + grid.columns >= count;
  const places = curve.epochs.map((epoch) => x.scale(epoch));
  const sets = spec.sets.map((set) => setLines(set, places, curve[set] ?? [], y));
  return element('g', { transform: `translate(${left} ${top})` }, [
    caption(curve, grid.width, spec, labels),
    yAxis(plot, y, ticks, { labels: column === 0 }),
    xAxis(plot, x.scale, x.ticks, { labels: lowest }),
    ...unfinishedLines(curve.unfinished, axes, spec),
    ...(spec.isCut ? [cut(plot, 0, sets)] : sets),
  ]);
}

/** Name and size; the final medians; which runs they do not hold. */
function caption(
  curve: LearningCurves,
  width: number,
  { sets, write }: Panels,
  labels: VariantLabels,
): string {
  const name = labels.of.get(curve.variant) ?? curve.variant;
  const params = labels.heads.join() === 'network' ? `${grouped(curve.params)} params` : '';
  const room = width - textWidth(params, 9.5) - 8;
  const small = { ...ink('dim'), 'font-size': '9.5' };
  const medians = `train ${write(curve.finals.train)}, test ${write(curve.finals.test)}`;
  const second = secondLine(curve, sets, write);
  const words = unfinishedWords(curve.unfinished, curve.runs);
  const warned = { ...ink('warn'), 'font-size': '9.5' };
  const numbers = curve.epochs.length > 0 ? [medians, ...(second === '' ? [] : [second])] : [];
  const lines = [...numbers, ...(words === '' ? [] : [words])];
  const y = (line: number) => -8 - LINE * (lines.length - 1 - line);
  return [
    text(0, Math.min(-21, y(-1)), titled(name, fitted(name, 11.5, room)), NAME),
    params === ''
      ? ''
      : text(width, Math.min(-21, y(-1)), params, { ...small, 'text-anchor': 'end' }),
    ...lines.map((line, at) =>
      at < numbers.length
        ? text(0, y(at), fitted(line, 9.5, width), small)
        : text(0, y(at), fitted(line, 9.5, width), warned),
    ),
  ].join('');
}

/** What only some sweeps have: validation rows, early stopping. */
function secondLine(
  { finals, kept }: LearningCurves,
  sets: readonly SetName[],
  write: (value: number | null | undefined) => string,
): string {
  const validation = sets.includes('validation') ? [`validation ${write(finals.validation)}`] : [];
  const epoch = kept == null ? [] : [`epoch ${setting(kept)}`];
  return [...validation, ...epoch].join(', ');
}

const NAME = { 'font-weight': '600' };

/** Each unfinished run as a hairline that ends in a cross at the last value inside the panel. */
function unfinishedLines(runs: readonly RunRecord[], { x, y }: Axes, spec: Panels): string[] {
  const line = (run: RunRecord, set: SetName) => {
    const values = spec.measure.history(run)?.[set] ?? [];
    const points = values.map((value, at): Point => {
      const shown = y.holds(value) && value >= y.low && value <= y.high;
      return shown ? [x.scale(run.history.epoch[at]), y(value)] : null;
    });
    const end = points.findLast((point) => point !== null);
    if (end === undefined || end === null) return '';
    const cross = `M${xy(end[0] - 2.5, end[1] - 2.5)}l5 5m0 -5l-5 5`;
    const hairline = { fill: 'none', 'stroke-width': '0.7' };
    return element('g', setColour(set), [
      element('path', { ...hairline, d: linePath(points), 'stroke-dasharray': '1.5 1.5' }),
      element('path', { ...hairline, d: cross }),
    ]);
  };
  return runs.flatMap((run) => spec.sets.map((set) => line(run, set)));
}

function description(
  curves: readonly LearningCurves[],
  { write, noun }: Panels,
  labels: VariantLabels,
): string {
  const each = curves.map(
    ({ variant, finals }) =>
      `${variant}: ends at ${write(finals.train)} training and ${write(finals.test)} test ${noun}`,
  );
  return `One panel per ${labels.heads.join() === 'network' ? 'network' : 'variant'}. ${each.join('; ')}.`;
}
