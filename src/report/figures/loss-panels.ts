import type { Results, RunRecord } from '../../results/schema.js';
import { figure, grouped } from '../../results/wording.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { keyRow } from '../chart/key.js';
import { titled } from '../chart/legend.js';
import { ink, type SetName, setColour } from '../chart/palette.js';
import { isPositive, logScale, type Scale } from '../chart/scale.js';
import { setKey, setLines } from '../chart/set-lines.js';
import { linePath, type Point } from '../chart/shape.js';
import { element, fitted, text, textWidth, xy } from '../chart/svg.js';
import { logTicks, type Tick } from '../chart/ticks.js';
import { type EpochAxis, epochAxis } from '../epoch-axis.js';
import { type LearningCurves, learningCurves } from '../learning-curves.js';
import { droppedNotes, lossWord, seedWords, unfinishedWords } from '../words.js';

const LEFT = 76;
const GAP = 16;
/** Above each panel, for its name and its numbers. */
const CAPTION = 44;
/** More of it where runs did not finish. */
const WARNING = 13;
const MOST_COLUMNS = 5;

interface Grid {
  columns: number;
  width: number;
  height: number;
  top: number;
  rows: number;
  caption: number;
}

/** A panel per network on common axes: median and bands of both losses over the seeds. */
export function lossPanels(results: Results): string {
  const curves = learningCurves(results);
  const grid = gridOf(curves);
  const losses = shownLosses(curves);
  const y = logScale(losses, [grid.height, 0]);
  const x = epochAxis(results, [0, grid.width], 3);
  const ticks = logTicks(y.low, y.high, 5).filter((tick) => tick.label !== '');
  const dropped = losses.filter((value) => value !== null && !isPositive(value)).length;
  const several = new Set(results.runs.map((run) => run.seed)).size > 1;
  const width = LEFT + grid.columns * (grid.width + GAP) - GAP + EDGE;
  return renderFigure({
    name: 'loss-panels',
    title: `Learning curves by network: ${results.name}`,
    subtitle: `Loss (${lossWord(results)}) against epoch${several ? `; median over ${seedWords(results)}` : ''}`,
    description: description(curves),
    width: Math.max(width, 480),
    height: grid.top + grid.rows * (grid.height + grid.caption) + 50,
    series: 0,
    body: [
      keyRow(EDGE, HEAD + 4, setKey(several)),
      ...curves.map((curve, at) => panel(curve, at, curves.length, grid, x, y, ticks)),
      axisTitle(grid, x.title),
    ],
    notes: droppedNotes(dropped),
  });
}

/** One for all panels, below the last row. */
function axisTitle(grid: Grid, title: string): string {
  const centre = LEFT + (grid.columns * (grid.width + GAP) - GAP) / 2;
  const bottom = grid.top + grid.rows * (grid.height + grid.caption);
  return text(centre, bottom + 36, title, { 'text-anchor': 'middle' });
}

function gridOf(curves: readonly LearningCurves[]): Grid {
  const panels = curves.length;
  const columns = Math.min(MOST_COLUMNS, panels);
  const width = Math.min(360, Math.floor((804 - (columns - 1) * GAP) / columns));
  const height = Math.min(220, Math.max(120, Math.round(width * 0.7)));
  const warned = curves.some((curve) => curve.unfinished.length > 0);
  const caption = warned ? CAPTION + WARNING : CAPTION;
  return { columns, width, height, top: HEAD + 18, rows: Math.ceil(panels / columns), caption };
}

/** The medians and extremes; where no run finished, what the others reached. */
function shownLosses(curves: readonly LearningCurves[]): (number | null)[] {
  const spreads = curves.flatMap((curve) => [...curve.train, ...curve.test]);
  const finished = spreads.flatMap(({ low, high }) => [low, high]);
  if (finished.length > 0) return finished;
  return curves.flatMap(({ unfinished }) =>
    unfinished.flatMap(({ history }) => [...history.train, ...history.test]),
  );
}

function panel(
  curve: LearningCurves,
  at: number,
  count: number,
  grid: Grid,
  x: EpochAxis,
  y: Scale,
  ticks: readonly Tick[],
): string {
  const column = at % grid.columns;
  const left = LEFT + column * (grid.width + GAP);
  const top =
    grid.top + Math.floor(at / grid.columns) * (grid.height + grid.caption) + grid.caption;
  const plot: Plot = { left: 0, top: 0, width: grid.width, height: grid.height };
  const lowest = at + grid.columns >= count;
  const places = curve.epochs.map((epoch) => x.scale(epoch));
  return element('g', { transform: `translate(${left} ${top})` }, [
    caption(curve, grid.width),
    yAxis(plot, y, ticks, { labels: column === 0 }),
    xAxis(plot, x.scale, x.ticks, { labels: lowest }),
    ...unfinishedLines(curve.unfinished, x, y),
    setLines('train', places, curve.train, y),
    setLines('test', places, curve.test, y),
  ]);
}

/** Name and size; the final medians; which runs they do not hold. */
function caption(curve: LearningCurves, width: number): string {
  const params = `${grouped(curve.params)} params`;
  const room = width - textWidth(params, 9.5) - 8;
  const small = { ...ink('dim'), 'font-size': '9.5' };
  const medians = `train ${last(curve, 'train')}, test ${last(curve, 'test')}`;
  const words = unfinishedWords(curve.unfinished, curve.runs);
  const warned = { ...ink('warn'), 'font-size': '9.5' };
  const finished = curve.epochs.length > 0;
  const lift = finished && words !== '' ? WARNING : 0;
  const head = -21 - lift;
  return [
    text(0, head, titled(curve.variant, fitted(curve.variant, 11.5, room)), NAME),
    text(width, head, params, { ...small, 'text-anchor': 'end' }),
    finished ? text(0, -8 - lift, medians, small) : '',
    words === '' ? '' : text(0, -8, fitted(words, 9.5, width), warned),
  ].join('');
}

const NAME = { 'font-weight': '600' };

function last(curve: LearningCurves, set: SetName): string {
  return figure(curve[set].at(-1)?.median);
}

/** Each unfinished run as a hairline that ends in a cross at the last loss inside the panel. */
function unfinishedLines(runs: readonly RunRecord[], x: EpochAxis, y: Scale): string[] {
  const line = (run: RunRecord, set: SetName) => {
    const points = run.history[set].map((loss, at): Point => {
      const shown = isPositive(loss) && loss >= y.low && loss <= y.high;
      return shown ? [x.scale(run.history.epoch[at]), y(loss)] : null;
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
  return runs.flatMap((run) => [line(run, 'train'), line(run, 'test')]);
}

function description(curves: readonly LearningCurves[]): string {
  const panels = curves.map(
    (curve) =>
      `${curve.variant}: ends at ${last(curve, 'train')} training and ` +
      `${last(curve, 'test')} test loss`,
  );
  return `One panel per network. ${panels.join('; ')}.`;
}
