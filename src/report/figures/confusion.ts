import { className } from '../../results/classes.js';
import { bestNetwork } from '../../results/observations/metric.js';
import type { AggregateRecord, Results } from '../../results/schema.js';
import { grouped, percent } from '../../results/wording.js';
import { EDGE, HEAD, renderFigure } from '../chart/frame.js';
import { HEAT_STEPS, heat, heatRules, heatText } from '../chart/heat.js';
import { ink } from '../chart/palette.js';
import { element, escapeXml, fitted, rounded, text, textWidth } from '../chart/svg.js';
import { seedWords } from '../words.js';

/** With more classes a cell has no room for its numbers. */
const MOST_NUMBERED = 20;
const ROOM = 640;
const NAME_SIZE = 10;
const LONGEST_NAME = 130;

interface Grid {
  names: readonly string[];
  cell: number;
  left: number;
  top: number;
  /** Every so many classes one has its name shown. */
  every: number;
}

/** The confusion matrix that this figure shows; undefined where no finished run has one. */
export function confusionShown(results: Results): AggregateRecord | undefined {
  const best = bestNetwork(results, 'accuracy')?.record;
  return best?.confusion === undefined ? undefined : best;
}

/** Classes against answers of the best network: shares of each row, and counts where they fit. */
export function confusionFigure(results: Results): string {
  const { by, statistic, record } = bestNetwork(results, 'accuracy')!;
  const matrix = record.confusion!;
  const grid = gridOf(matrix, results.datasets[0]?.classNames);
  const side = grid.cell * matrix.length;
  const set = by === 'test' ? 'test' : 'validation';
  const score = percent(record.metrics.accuracy?.[by]?.[statistic]);
  const total = matrix.flat().reduce((sum, count) => sum + count, 0);
  const width = Math.max(560, grid.left + side + 90);
  return renderFigure({
    name: 'confusion',
    title: `Confusion of ${record.variant}: ${results.name}`,
    subtitle: `The network with the best ${statistic} ${set} accuracy (${score})`,
    description: description(record, grid.names),
    width,
    height: grid.top + side + 18,
    series: 0,
    rules: heatRules(),
    body: [
      ...columnNames(grid),
      ...rowNames(grid),
      ...matrix.map((counts, k) => row(counts, k, grid)),
      frame(grid, side),
      scaleKey(grid.left + side + 20, grid.top, Math.min(side, 200)),
    ],
    notes: [
      `${grouped(total)} answers on the test samples of ${seedWords(results)}, all finished runs added up.` +
        (matrix.length <= MOST_NUMBERED
          ? ' In each cell: samples, and their share of the row.'
          : ''),
    ],
  });
}

function gridOf(matrix: readonly number[][], classNames?: readonly string[]): Grid {
  const names = matrix.map((_, k) => className(k, classNames));
  const cell = Math.max(6, Math.min(64, Math.floor(ROOM / matrix.length)));
  const every = Math.ceil(12 / cell);
  const longest = Math.max(
    ...names.map((name) => Math.min(LONGEST_NAME, textWidth(name, NAME_SIZE))),
  );
  const left = EDGE + 24 + Math.ceil(longest) + 8;
  const slanted = isSlanted(names, cell) ? Math.ceil(longest) : 12;
  return { names, cell, left, top: HEAD + 26 + slanted, every };
}

/** Column names stand on end where they are wider than their column. */
function isSlanted(names: readonly string[], cell: number): boolean {
  return names.some((name) => textWidth(name, NAME_SIZE) > cell - 4);
}

function columnNames({ names, cell, left, top, every }: Grid): string[] {
  const upright = !isSlanted(names, cell);
  const side = cell * names.length;
  const title = text(left + side / 2, HEAD + 10, 'answer', {
    ...ink('dim'),
    'text-anchor': 'middle',
  });
  const labels = names.map((name, k) => {
    if (k % every !== 0) return '';
    const shown = escapeXml(fitted(name, NAME_SIZE, upright ? cell - 4 : LONGEST_NAME));
    const x = left + (k + 0.5) * cell;
    const size = { 'font-size': String(NAME_SIZE) };
    if (upright) return text(x, top - 6, shown, { ...size, 'text-anchor': 'middle' });
    const at = { x: x + 3.5, y: top - 6 };
    return text(at.x, at.y, shown, {
      ...size,
      transform: `rotate(-90 ${rounded(at.x)} ${rounded(at.y)})`,
    });
  });
  return [title, ...labels];
}

function rowNames({ names, cell, left, top, every }: Grid): string[] {
  const middle = top + (cell * names.length) / 2;
  const at = { x: EDGE + 10, y: middle };
  const title = text(at.x, at.y, 'class', {
    ...ink('dim'),
    'text-anchor': 'middle',
    transform: `rotate(-90 ${rounded(at.x)} ${rounded(at.y)})`,
  });
  const labels = names.map((name, k) =>
    k % every !== 0
      ? ''
      : text(
          left - 8,
          top + (k + 0.5) * cell + 3.5,
          escapeXml(fitted(name, NAME_SIZE, LONGEST_NAME)),
          {
            'font-size': String(NAME_SIZE),
            'text-anchor': 'end',
          },
        ),
  );
  return [title, ...labels];
}

/** The cells of a class; samples that do not exist have no colour. */
function row(counts: readonly number[], k: number, grid: Grid): string {
  const support = counts.reduce((sum, count) => sum + count, 0);
  return counts
    .map((count, answer) => {
      const share = support === 0 ? 0 : count / support;
      const step = count === 0 ? 0 : Math.max(1, Math.round(share * HEAT_STEPS));
      return cellOf(count, share, step, k, answer, grid);
    })
    .join('');
}

function cellOf(
  count: number,
  share: number,
  step: number,
  k: number,
  answer: number,
  { cell, left, top, names }: Grid,
): string {
  const [x, y] = [left + answer * cell, top + k * cell];
  const numbered = names.length <= MOST_NUMBERED && count > 0;
  const size = cell >= 44 ? 11 : 9;
  const middle = { ...heatText(step), 'text-anchor': 'middle' };
  const title = `${names[k]} answered as ${names[answer]}: ${grouped(count)} (${percent(share)})`;
  const shape = { x, y, width: cell, height: cell, ...heat(step) };
  return [
    step === 0 ? '' : element('rect', shape, element('title', {}, escapeXml(title))),
    numbered
      ? text(x + cell / 2, y + cell / 2 - 1, grouped(count), {
          ...middle,
          'font-size': String(size),
        })
      : '',
    numbered
      ? text(x + cell / 2, y + cell / 2 + size, `${Math.round(100 * share)} %`, {
          ...middle,
          'font-size': String(size - 2),
        })
      : '',
  ].join('');
}

function frame({ cell, left, top, names }: Grid, side: number): string {
  const shape = { x: left, y: top, width: side, height: side };
  const lines =
    names.length > MOST_NUMBERED
      ? []
      : names.slice(1).map((_, k) => {
          const at = (k + 1) * cell;
          return `M${rounded(left + at)} ${top}v${side}M${left} ${rounded(top + at)}h${side}`;
        });
  return [
    element('path', { ...ink('grid'), fill: 'none', 'stroke-width': '0.7', d: lines.join('') }),
    element('rect', { ...ink('axis'), fill: 'none', 'stroke-width': '0.8', ...shape }),
  ].join('');
}

/** What the colours mean. */
function scaleKey(x: number, y: number, height: number): string {
  const step = height / HEAT_STEPS;
  const swatches = Array.from({ length: HEAT_STEPS }, (_, at) =>
    element('rect', {
      x,
      y: y + height - (at + 1) * step,
      width: 12,
      height: step + 0.2,
      ...heat(at + 1),
    }),
  );
  const label = (share: number) =>
    text(x + 17, y + height * (1 - share) + 3.5, `${100 * share} %`, {
      ...ink('dim'),
      'font-size': '10',
    });
  return [...swatches, label(0), label(0.5), label(1)].join('');
}

function description({ variant, classes = [] }: AggregateRecord, names: readonly string[]): string {
  const rows = classes.map(
    ({ recall, support }, k) =>
      `${names[k]}: ${percent(recall)} of ${grouped(support)} answered rightly`,
  );
  return `${variant} on the test samples. ${rows.join('; ')}.`;
}
