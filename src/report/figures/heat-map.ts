import { SET_WORDS } from '../../results/measured.js';
import type { Results } from '../../results/schema.js';
import { type Score, scoreOf } from '../../results/score.js';
import type { SweepAxis } from '../../results/sweep-axes.js';
import { capital } from '../../results/wording.js';
import { acrossAxis } from '../axis-figure/across.js';
import { axisTitle, axisTitles } from '../axis-words.js';
import { scoreWords } from '../best-variants.js';
import { type Plot, xAxis } from '../chart/axis.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { heat, heatRules, heatText } from '../chart/heat.js';
import { titled } from '../chart/legend.js';
import { frameInk, frameRules, ink } from '../chart/palette.js';
import { linearScale } from '../chart/scale.js';
import { element, escapeXml, fitted, rounded, text, textWidth } from '../chart/svg.js';
import { tickLabel } from '../chart/tick-label.js';
import { type HeatCell, type HeatGrid, heatGrid } from '../heat-grid.js';
import { type ScoreShades, scoreShades } from '../score-shades.js';
import { shadeKey } from '../shade-key.js';
import { isRepeated, lossWord, seedWords } from '../words.js';

const LABEL = 10.5;
const LONGEST_LABEL = 130;

/** A heat map while it is drawn. */
interface Drawing extends HeatGrid {
  score: Score;
  shades: ScoreShades;
  plot: Plot;
  /** Of a cell. */
  width: number;
  height: number;
}

/** What every combination of two axes scores, with the best of everything else. */
export function heatMap(
  results: Results,
  pair: readonly [SweepAxis, SweepAxis],
  others: readonly SweepAxis[],
  stem: string,
): string {
  const score = scoreOf(results);
  const drawing = drawingOf(heatGrid(results, pair, score), score);
  const { plot, cells, shades } = drawing;
  const columns = columnNames(drawing);
  const set = SET_WORDS[score.shown];
  return renderFigure({
    name: `heat-${stem}`,
    title: `${capital(set)} ${score.noun} by ${axisTitles([drawing.across, drawing.up])}: ${results.name}`,
    subtitle: subtitle(results, score, others),
    description: description(drawing),
    width: Math.max(560, plot.left + plot.width + 110),
    height: plot.top + plot.height + columns.depth,
    series: 0,
    rules: [...heatRules(), ...frameRules()],
    body: [
      ...cells.map((cell) => cellMarkup(cell, drawing)),
      outline(drawing),
      columns.markup,
      rowNames(drawing),
      shadeKey(
        plot.left + plot.width + 20,
        plot.top,
        Math.min(plot.height, 180),
        shades,
        score.write,
      ),
    ],
    notes: notes(drawing, others),
  });
}

function drawingOf(grid: HeatGrid, score: Score): Drawing {
  const { columns, rows, cells } = grid;
  const names = rows.borders.length > 0 ? rows.borders.map(plain) : rows.labels;
  const longest = Math.max(...names.map((name) => Math.min(LONGEST_LABEL, textWidth(name, LABEL))));
  const width = Math.max(56, Math.min(84, Math.floor(680 / columns.count)));
  const height = rows.count > 16 ? 28 : 38;
  const left = EDGE + 26 + Math.ceil(longest) + 8;
  const plot = { left, top: HEAD + 8, width: width * columns.count, height: height * rows.count };
  const values = cells.map(({ value }) => value);
  return { ...grid, score, shades: scoreShades(values, score), plot, width, height };
}

function subtitle(results: Results, score: Score, others: readonly SweepAxis[]): string {
  const noun = score.measure === 'loss' ? `loss (${lossWord(results)})` : score.noun;
  const final = `final ${SET_WORDS[score.shown]} ${noun}`;
  const what = isRepeated(results) ? `${capital(score.statistic)} ${final}` : capital(final);
  const rest = others.length === 0 ? '' : `, with the best of ${axisTitles(others)}`;
  return `${what}, ${seedWords(results)}${rest}`;
}

function notes({ cells, best, score }: Drawing, others: readonly SweepAxis[]): string[] {
  const by = `by ${scoreWords(score)}`;
  const sentences = [
    ...(best === undefined ? [] : [`Outlined: the best ${by}.`]),
    ...(others.length === 0 ? [] : [`In each cell the best of ${axisTitles(others)} ${by}.`]),
    ...(cells.some(({ lost }) => lost > 0) ? ['Lost: the share of runs that did not finish.'] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

/** Numbers grow upwards; words are read downwards. */
function topOf({ up, rows, plot, height }: Drawing, row: number): number {
  const at = up.kind === 'categories' ? row : rows.count - 1 - row;
  return plot.top + at * height;
}

function cellMarkup(cell: HeatCell, drawing: Drawing): string {
  const { plot, width, height, best, score, shades } = drawing;
  const [x, y] = [plot.left + cell.column * width, topOf(drawing, cell.row)];
  const step = cell.value === null ? 0 : shades.step(cell.value);
  const shape = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 };
  const title = element('title', {}, escapeXml(`${cell.best.variant}: ${score.write(cell.value)}`));
  const ground =
    step === 0
      ? element(
          'rect',
          { ...ink('grid'), ...shape, fill: 'none', 'stroke-dasharray': '2 2' },
          title,
        )
      : element('rect', { ...shape, ...heat(step) }, title);
  const words = [
    ...(cell.value === null ? [] : [score.write(cell.value)]),
    ...(cell.lost > 0 ? [`${Math.round(100 * cell.lost)} % lost`] : []),
  ];
  const middle = y + height / 2 + 3.8 - 6 * (words.length - 1);
  const lines = words.map((word, at) => {
    const isNumber = at === 0 && cell.value !== null;
    const colour = step === 0 ? ink('warn') : heatText(step);
    return text(x + width / 2, middle + 12 * at, word, {
      ...colour,
      'text-anchor': 'middle',
      'font-size': isNumber ? '11' : '8.5',
      'font-weight': isNumber && cell === best ? '700' : undefined,
    });
  });
  return [ground, ...lines].join('');
}

/** Around the best cell: dark, and a line of ground between it and the colour. */
function outline(grid: Drawing): string {
  const { best, plot, width, height } = grid;
  if (best === undefined) return '';
  const [x, y] = [plot.left + best.column * width, topOf(grid, best.row)];
  const halo = { x: x + 1.6, y: y + 1.6, width: width - 3.2, height: height - 3.2 };
  return [
    element('rect', { ...halo, ...frameInk('halo'), 'stroke-width': '1.6' }),
    element('rect', { x, y, width, height, ...frameInk('frame'), 'stroke-width': '2' }),
  ].join('');
}

/** Names below the columns, or numbers below the borders between them, and the title. */
function columnNames({ across, columns, plot }: Drawing): { markup: string; depth: number } {
  const title = axisTitle(across);
  if (columns.borders.length === 0) {
    const values = [...columns.labels.keys()];
    return acrossAxis({ kind: 'categories', title, values, labels: columns.labels }, plot);
  }
  const scale = linearScale(0, columns.count, [plot.left, plot.left + plot.width]);
  const ticks = columns.borders.map((border, at) => ({ value: at, label: borderLabel(border) }));
  return { markup: xAxis(plot, scale, ticks, { labels: true, title }), depth: 52 };
}

function rowNames(grid: Drawing): string {
  const { up, rows, plot, height } = grid;
  const style = { ...ink('dim'), 'text-anchor': 'end', 'font-size': String(LABEL) };
  const isBordered = rows.borders.length > 0;
  const names = isBordered
    ? rows.borders.map(borderLabel)
    : rows.labels.map((label) => titled(label, fitted(label, LABEL, LONGEST_LABEL)));
  const labels = names.map((name, at) => {
    const y = isBordered ? plot.top + plot.height - at * height : topOf(grid, at) + height / 2;
    return text(plot.left - 8, y + 3.7, name, style);
  });
  const [x, y] = [EDGE + 10, plot.top + plot.height / 2];
  const turned = { 'text-anchor': 'middle', transform: `rotate(-90 ${rounded(x)} ${rounded(y)})` };
  return [...labels, text(x, y, escapeXml(axisTitle(up)), turned)].join('');
}

/** Two digits are enough to find a cell. */
function plain(border: number): string {
  return String(Number(border.toPrecision(2)));
}

function borderLabel(border: number): string {
  return tickLabel(Number(plain(border)));
}

function description({ across, up, cells, best, score }: Drawing): string {
  const each = cells.map(
    ({ best: record, value }) =>
      `${axisTitle(across)} ${across.of.get(record.variant)}, ${axisTitle(up)} ${up.of.get(record.variant)}: ${score.write(value)}`,
  );
  const head = best === undefined ? '' : `Best: ${best.best.variant}. `;
  return `${head}${each.join('; ')}.`;
}
