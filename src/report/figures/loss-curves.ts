import type { Results, Spread } from '../../results/schema.js';
import { figure, grouped } from '../../results/wording.js';
import { bestOnly } from '../best-variants.js';
import { type Plot, xAxis, yAxis } from '../chart/axis.js';
import { cut } from '../chart/cut.js';
import { EDGE, HEAD, nothingToShow, renderFigure } from '../chart/frame.js';
import { LEGEND_ROW, type LegendRow, legendHeight, legendTable } from '../chart/legend.js';
import { type LineEnd, lineNumbers } from '../chart/line-numbers.js';
import { DASHES, type SeriesColours, seriesColours } from '../chart/palette.js';
import { isPositive, logScale, type Scale, shows } from '../chart/scale.js';
import { linePath, type Point } from '../chart/shape.js';
import { element, textWidth } from '../chart/svg.js';
import { logTicks } from '../chart/ticks.js';
import { type EpochAxis, epochAxis } from '../epoch-axis.js';
import { type LearningCurves, learningCurves } from '../learning-curves.js';
import { floorNotes, lossFloor } from '../loss-floor.js';
import { type VariantLabels, variantLabels } from '../variant-labels.js';
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

/** More lines are one tangle: the best are shown. */
const MOST_CURVES = 24;

/** All variants in one panel: median losses against epochs, the legend their final table. */
export function lossCurves(results: Results): string {
  const { shown, notes } = bestOnly(results, MOST_CURVES);
  const curves = learningCurves(shown);
  const table = legendOf(results, curves);
  const height = Math.max(380, legendHeight(curves.length) + 8);
  const plot: Plot = { left: LEFT, top: HEAD + 6, width: PLOT_WIDTH, height };
  const medians = curves.flatMap((curve) => [...curve.train, ...curve.test].map(medianOf));
  const floor = lossFloor(results);
  const y = logScale(medians, [plot.top + plot.height, plot.top], floor);
  const x = epochAxis(results, [plot.left, plot.left + plot.width], 6);
  const drawn = curves.map((curve, index) => lines(curve, table.colours.of(index), x, y));
  const finished = medians.some((value) => value !== null);
  const dropped = medians.filter((value) => value !== null && !isPositive(value)).length;
  const { colours } = table;
  return renderFigure({
    name: 'loss-curves',
    title: `Learning curves: ${results.name}`,
    subtitle: `Loss after each evaluated epoch; ${middle(results)}; training solid, test dashed`,
    description: description(shown),
    width: table.width,
    height: plot.top + plot.height + 52,
    series: colours.series,
    rules: colours.rules,
    body: [
      yAxis(plot, y, logTicks(y.low, y.high, 8), {
        labels: true,
        title: `loss (${lossWord(results)})`,
      }),
      xAxis(plot, x.scale, x.ticks, { labels: true, title: x.title }),
      ...(floor > 0 ? [cut(plot, 1, drawn)] : drawn),
      ...(table.numbered ? lineNumbers(lineEnds(curves, y), plot) : []),
      legend(curves, plot, table),
      ...nothingToShow(plot, finished),
    ],
    notes: [
      ...notes,
      ...floorNotes(floor, results),
      ...droppedNotes(dropped),
      ...stoppedNotes(shown),
      ...unfinishedNotes(shown),
    ],
  });
}

/** What the legend says of the curves, and the room that it takes. */
interface Legend {
  labels: VariantLabels;
  colours: SeriesColours;
  numbered: boolean;
  /** Whether there is a column of sizes: where networks differ. */
  sized: boolean;
  width: number;
}

function legendOf(results: Results, curves: readonly LearningCurves[]): Legend {
  const labels = variantLabels(results);
  const sized = labels.heads[0] === 'network';
  const names = curves.map(({ variant }) => labels.of.get(variant)!);
  const longest = Math.max(...names.map((name) => textWidth(name, 11)));
  // Of the label: what a figure of networks alone has no room for, either.
  const more = labels.heads.join() === 'network' ? 0 : longest - (sized ? 86 : 148);
  return {
    labels,
    colours: seriesColours(curves.length, labels.isOrdered),
    numbered: curves.length > 1 && curves.length <= MOST_NUMBERED,
    sized,
    width: WIDTH + Math.max(0, Math.min(200, Math.ceil(more))),
  };
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
  colour: Record<string, string>,
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
  return element('g', { ...colour, ...attributes }, [line('train'), line('test')]);
}

function lineEnds(curves: readonly LearningCurves[], y: Scale): LineEnd[] {
  return curves.flatMap((curve, index) =>
    [curve.train.at(-1), curve.test.at(-1)].flatMap((last) =>
      last !== undefined && shows(y, last.median) ? [{ index, y: y(last.median) }] : [],
    ),
  );
}

function legend(curves: readonly LearningCurves[], plot: Plot, of: Legend): string {
  const right = of.width - EDGE;
  return legendTable({
    left: plot.left + plot.width + GUTTER,
    top: plot.top + LEGEND_ROW - 6,
    numbered: of.numbered,
    head: of.labels.heads.join(', '),
    colour: of.colours.of,
    rows: curves.map((curve) => legendRow(curve, of)),
    columns: [
      ...(of.sized ? [{ head: 'params', right: right - 122 }] : []),
      { head: 'train', right: right - 60, dashes: DASHES.train },
      { head: 'test', right, dashes: DASHES.test },
    ],
  });
}

function legendRow(curve: LearningCurves, { labels, sized }: Legend): LegendRow {
  const { variant, params, train, finals } = curve;
  const name = labels.of.get(variant) ?? variant;
  const size = sized ? [grouped(params)] : [];
  if (train.length === 0) {
    return { name, cells: size, warning: unfinishedWords(curve.unfinished, curve.runs) };
  }
  return { name, cells: [...size, figure(finals.train), figure(finals.test)] };
}

function description(results: Results): string {
  const finals = results.aggregate.map(
    ({ variant, params, train, test }) =>
      `${variant} (${grouped(params)} parameters): ` +
      `${figure(train.median)} training, ${figure(test.median)} test`,
  );
  return `Final losses, ${middle(results)}. ${finals.join('; ')}.`;
}
