import { lossNoun } from '../../results/loss-noun.js';
import type { Results } from '../../results/schema.js';
import { scoreOf } from '../../results/score.js';
import { sweepAxes, variesInSize } from '../../results/sweep-axes.js';
import { comparesLosses } from '../../results/varied.js';
import { figure, grouped } from '../../results/wording.js';
import { type Plot, xAxis } from '../chart/axis.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { heat, heatRules } from '../chart/heat.js';
import { ink } from '../chart/palette.js';
import { element, rounded, text, textWidth, xy } from '../chart/svg.js';
import { epochAxis } from '../epoch-axis.js';
import { type LearningCurves, learningCurves } from '../learning-curves.js';
import { LOSS } from '../measure.js';
import { type ScoreShades, scoreShades } from '../score-shades.js';
import { shadeKey } from '../shade-key.js';
import { isRepeated, lossWord, seedWords } from '../words.js';

/** Fewer sizes or epochs make no map. */
const LEAST_SIZES = 4;
const LEAST_EPOCHS = 8;
const MOST_SIZES = 60;
/** Columns that can be told apart. */
const MOST_COLUMNS = 80;
const WIDTH = 560;

/** Where networks of several sizes, and nothing else, are followed over epochs. */
export function hasEpochMap(results: Results): boolean {
  const axes = sweepAxes(results);
  const { loss, data } = comparesLosses(results);
  if (axes.length !== 1 || !variesInSize(results, axes) || !loss || !data) return false;
  const curves = learningCurves(results);
  const epochs = Math.max(...curves.map((curve) => curve.epochs.length));
  const sizes = new Set(curves.map(({ params }) => params)).size;
  return (
    sizes === curves.length && sizes >= LEAST_SIZES && sizes <= MOST_SIZES && epochs >= LEAST_EPOCHS
  );
}

/**
 * Test loss of every size after every evaluated epoch: a column an epoch, a row a size, the larger the
 * higher. A ridge along a row is double descent in time, one up a column in size.
 */
export function epochMap(results: Results): string {
  const rows = learningCurves(results, LOSS, MOST_COLUMNS).sort((a, b) => a.params - b.params);
  const noun = lossNoun(results);
  const score = { ...scoreOf(results), measure: 'loss' as const, sign: -1 as const, write: figure };
  const medians = rows.flatMap(({ test }) => test.map(({ median }) => median));
  const shades = scoreShades(medians, score);
  const longest = Math.max(...rows.map(({ params }) => textWidth(grouped(params), 10)));
  const left = EDGE + 26 + Math.ceil(longest) + 8;
  const height = Math.max(10, Math.min(24, Math.floor(420 / rows.length)));
  const plot: Plot = { left, top: HEAD + 8, width: WIDTH, height: height * rows.length };
  const x = epochAxis(results, [left, left + WIDTH], 6);
  const several = isRepeated(results);
  return renderFigure({
    name: 'epoch-map',
    title: `Test ${noun} by epoch and size: ${results.name}`,
    subtitle: `${several ? 'Median test' : 'Test'} loss (${lossWord(results)}) after each evaluated epoch, ${seedWords(results)}`,
    description: description(rows),
    width: left + WIDTH + 110,
    height: plot.top + plot.height + 52,
    series: 0,
    rules: heatRules(),
    body: [
      cells(rows, x.scale, plot, height, shades),
      xAxis(plot, x.scale, x.ticks, { labels: true, title: x.title }),
      rowNames(rows, plot, height),
      shadeKey(left + WIDTH + 20, plot.top, Math.min(plot.height, 180), shades, figure),
    ],
    notes: [],
  });
}

function topOf(plot: Plot, height: number, row: number): number {
  return plot.top + plot.height - (row + 1) * height;
}

/** The cells of a row by step: from half way to the epoch before to half way to the next, equal
 * neighbours as one. */
function cellsOf(
  { epochs, test }: LearningCurves,
  x: (epoch: number) => number,
  plot: Plot,
  shades: ScoreShades,
): { from: number; until: number; step: number }[] {
  const places = epochs.map(x);
  const border = (at: number) => {
    if (at === 0) return plot.left;
    if (at === places.length) return plot.left + plot.width;
    return (places[at - 1] + places[at]) / 2;
  };
  const steps = test.map(({ median }) => (median === null ? 0 : shades.step(median)));
  const starts = steps.flatMap((step, at) => (at === 0 || step !== steps[at - 1] ? [at] : []));
  return starts.map((at, i) => ({
    from: border(at),
    until: border(starts[i + 1] ?? steps.length),
    step: steps[at],
  }));
}

/** A path for every step of colour: half the bytes of a rectangle a cell. Cells overlap by a little, so
 * that no ground shows between them. */
function cells(
  rows: readonly LearningCurves[],
  x: (epoch: number) => number,
  plot: Plot,
  height: number,
  shades: ScoreShades,
): string {
  const paths = new Map<number, string[]>();
  rows.forEach((row, at) => {
    for (const { from, until, step } of cellsOf(row, x, plot, shades)) {
      const width = rounded(until - from + 0.3);
      const path = `M${xy(from, topOf(plot, height, at))}h${width}v${height + 0.3}h-${width}z`;
      paths.set(step, [...(paths.get(step) ?? []), path]);
    }
  });
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([step, d]) => (step === 0 ? '' : element('path', { d: d.join(''), ...heat(step) })))
    .join('');
}

function rowNames(rows: readonly LearningCurves[], plot: Plot, height: number): string {
  const style = { ...ink('dim'), 'text-anchor': 'end', 'font-size': '10' };
  const names = rows.map(({ params }, at) =>
    text(plot.left - 8, topOf(plot, height, at) + height / 2 + 3.5, grouped(params), style),
  );
  const [x, y] = [EDGE + 10, plot.top + plot.height / 2];
  const turned = { 'text-anchor': 'middle', transform: `rotate(-90 ${rounded(x)} ${rounded(y)})` };
  return [...names, text(x, y, 'parameters', turned)].join('');
}

/** Of every size the lowest median and its epoch, and the last. */
function description(rows: readonly LearningCurves[]): string {
  const each = rows.flatMap(({ params, epochs, test }) => {
    const medians = test.map(({ median }) => median ?? Number.POSITIVE_INFINITY);
    const least = medians.indexOf(Math.min(...medians));
    if (least < 0 || !Number.isFinite(medians[least])) return [];
    const last = figure(test[test.length - 1].median);
    return [
      `${grouped(params)} parameters: lowest ${figure(medians[least])} after epoch ${grouped(epochs[least])}, ${last} at the end`,
    ];
  });
  return `${each.join('; ')}.`;
}
