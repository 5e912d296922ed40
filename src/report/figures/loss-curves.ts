import type { Results, Spread } from '../../results/schema.js';
import { figure, grouped } from '../../results/wording.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import { dodge } from '../chart/dodge.js';
import { EDGE, HEAD, nothingToShow, renderFigure } from '../chart/frame.js';
import { LEGEND_ROW, type LegendRow, legendHeight, legendTable } from '../chart/legend.js';
import { DASHES, ink, seriesColour } from '../chart/palette.js';
import { isPositive, logScale, type Scale } from '../chart/scale.js';
import { linePath, type Point } from '../chart/shape.js';
import { element, text } from '../chart/svg.js';
import { logTicks } from '../chart/ticks.js';
import { type EpochAxis, epochAxis } from '../epoch-axis.js';
import { type LearningCurves, learningCurves } from '../learning-curves.js';
import {
  droppedNotes,
  isRepeated,
  lossWord,
  seedWords,
  stoppedNotes,
  unfinishedNotes,
  unfinishedWords,
} from '../words.js';

const WIDTH = 900;
const PLOT_WIDTH = 470;
const LEFT = 76;
/** Between plot and legend, for the numbers at the ends of the lines. */
const GUTTER = 44;
/** More line ends than this cannot be told apart by numbers. */
const MOST_NUMBERED = 14;

/** All networks in one panel: median losses against epochs, the legend their final table. */
export function lossCurves(results: Results): string {
  const curves = learningCurves(results);
  const height = Math.max(380, legendHeight(curves.length) + 8);
  const plot: Plot = { left: LEFT, top: HEAD + 6, width: PLOT_WIDTH, height };
  const medians = curves.flatMap((curve) => [...curve.train, ...curve.test].map(medianOf));
  const y = logScale(medians, [plot.top + plot.height, plot.top]);
  const x = epochAxis(results, [plot.left, plot.left + plot.width], 6);
  const numbered = curves.length > 1 && curves.length <= MOST_NUMBERED;
  const finished = medians.some((value) => value !== null);
  const dropped = medians.filter((value) => value !== null && !isPositive(value)).length;
  return renderFigure({
    name: 'loss-curves',
    title: `Learning curves: ${results.name}`,
    subtitle: `Loss after each evaluated epoch; ${middle(results)}; training solid, test dashed`,
    description: description(results),
    width: WIDTH,
    height: plot.top + plot.height + 52,
    series: curves.length,
    body: [
      yAxis(plot, y, logTicks(y.low, y.high, 8), {
        labels: true,
        title: `loss (${lossWord(results)})`,
      }),
      xAxis(plot, x.scale, x.ticks, { labels: true, title: x.title }),
      ...curves.map((curve, index) => lines(curve, index, curves.length, x, y)),
      ...(numbered ? lineNumbers(curves, plot, y) : []),
      legend(curves, plot, numbered),
      ...nothingToShow(plot, finished),
    ],
    notes: [...droppedNotes(dropped), ...stoppedNotes(results), ...unfinishedNotes(results)],
  });
}

function middle(results: Results): string {
  const seeds = seedWords(results);
  return isRepeated(results) ? `median over ${seeds}` : seeds;
}

function medianOf(of: Spread): number | null {
  return of.median;
}

function lines(
  curve: LearningCurves,
  index: number,
  count: number,
  x: EpochAxis,
  y: Scale,
): string {
  const line = (set: 'train' | 'test') => {
    const points = curve[set].map(
      ({ median }, at): Point =>
        isPositive(median) ? [x.scale(curve.epochs[at]), y(median)] : null,
    );
    const d = linePath(points);
    if (d === '') return '';
    return element('path', { d, fill: 'none', 'stroke-dasharray': DASHES[set] });
  };
  const attributes = {
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return element('g', { ...seriesColour(index, count), ...attributes }, [
    line('train'),
    line('test'),
  ]);
}

/** The row of the legend at the end of each line, so that colour is not the only way to tell. */
function lineNumbers(curves: readonly LearningCurves[], plot: Plot, y: Scale): string[] {
  const ends = curves.flatMap((curve, index) =>
    [curve.train.at(-1), curve.test.at(-1)].flatMap((last) =>
      last !== undefined && isPositive(last.median) ? [{ index, at: y(last.median) }] : [],
    ),
  );
  const places = dodge(
    ends.map((end) => end.at),
    9.5,
    plot.top,
    plot.top + plot.height,
  );
  if (places === null) return [];
  const right = plot.left + plot.width;
  const leaders = ends.map((end, at) =>
    linePath([
      [right + 3, end.at],
      [right + 14, places[at]],
    ]),
  );
  return [
    element('path', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', d: leaders.join('') }),
    ...ends.map((end, at) =>
      text(right + 17, places[at] + 3.2, String(end.index + 1), {
        ...ink('dim'),
        'font-size': '9',
      }),
    ),
  ];
}

function legend(curves: readonly LearningCurves[], plot: Plot, numbered: boolean): string {
  const left = plot.left + plot.width + GUTTER;
  const right = WIDTH - EDGE;
  return legendTable({
    left,
    top: plot.top + LEGEND_ROW - 6,
    numbered,
    rows: curves.map(legendRow),
    columns: [
      { head: 'params', right: right - 122 },
      { head: 'train', right: right - 60, dashes: DASHES.train },
      { head: 'test', right, dashes: DASHES.test },
    ],
  });
}

function legendRow(curve: LearningCurves): LegendRow {
  const { variant: name, params, train, finals } = curve;
  if (train.length === 0) {
    const warning = unfinishedWords(curve.unfinished, curve.runs);
    return { name, cells: [grouped(params)], warning };
  }
  const cells = [grouped(params), figure(finals.train), figure(finals.test)];
  return { name, cells };
}

function description(results: Results): string {
  const finals = results.aggregate.map(
    ({ variant, params, train, test }) =>
      `${variant} (${grouped(params)} parameters): ` +
      `${figure(train.median)} training, ${figure(test.median)} test`,
  );
  return `Final losses, ${middle(results)}. ${finals.join('; ')}.`;
}
