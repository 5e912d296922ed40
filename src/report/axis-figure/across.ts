import type { AxisValue } from '../../results/sweep-axes.js';
import type { Described } from '../axis-words.js';
import { type Plot, xAxis } from '../chart/axis.js';
import { ink } from '../chart/palette.js';
import { linearScale, logScale, type Scale } from '../chart/scale.js';
import { element, escapeXml, rounded, text, textWidth, xy } from '../chart/svg.js';
import { linearTicks, logTicks, type Tick, wholeTicks } from '../chart/ticks.js';
import { wrapped } from '../chart/wrap.js';

/** An axis across a plot, of numbers or of categories. */
export interface Across {
  place(value: AxisValue): number;
  /** Between two categories; of a numeric axis undefined. */
  slot?: number;
  /** The axis itself, below the plot. */
  markup: string;
  /** How much of the figure it takes below the plot. */
  depth: number;
}

const LABEL = 10.5;
const LABEL_LINE = 12.5;
const MOST_LINES = 3;
/** Below base line and title where labels take a line. */
const DEPTH = 52;

/** How wide a plot has to be: categories need room for their labels, and no more. */
export function widthFor({ kind, labels }: Described, usual: number, most: number): number {
  if (kind !== 'categories') return usual;
  const words = labels.flatMap((label) => label.split(' '));
  const longest = Math.max(...words.map((word) => textWidth(word, LABEL)));
  const slot = Math.min(110, longest + 10);
  const wished = labels.length * (longest > 60 || labels.length <= 5 ? 110 : 80);
  const width = Math.max(labels.length * slot, Math.min(usual, wished));
  return Math.round(Math.min(most, Math.max(220, width)));
}

/** The axis below a plot. */
export function acrossAxis(along: Described, plot: Plot, ticks = 8): Across {
  if (along.kind === 'categories') return categories(along, plot);
  const { scale, marks } = numeric(along, [plot.left, plot.left + plot.width], ticks);
  return {
    place: (value) => scale(value as number),
    markup: xAxis(plot, scale, marks, { labels: true, title: along.title }),
    depth: DEPTH,
  };
}

/** A scale over the values with air on both ends, and its ticks: a few values of a linear axis have
 * one each. */
export function numeric(
  { kind, values, labels }: Described,
  range: [number, number],
  most: number,
): { scale: Scale; marks: Tick[] } {
  const numbers = values as readonly number[];
  if (kind === 'logarithmic') {
    const scale = logScale(numbers, range);
    return { scale, marks: logTicks(scale.low, scale.high, most) };
  }
  const [low, high] = [numbers[0], numbers[numbers.length - 1]];
  const air = 0.04 * (high - low || 1);
  const scale = linearScale(low - air, high + air, range);
  const own = numbers.map((value, at) => ({ value, label: labels[at] }));
  const isFree = own.every(
    ({ value }, at) => at === 0 || Math.abs(scale(value) - scale(own[at - 1].value)) >= 44,
  );
  if (isFree) return { scale, marks: own };
  const isWhole = numbers.every((value) => Number.isInteger(value));
  const marks = isWhole ? wholeTicks(low, high, most) : linearTicks(low, high, most);
  return { scale, marks };
}

function categories({ values, labels: words, title }: Described, plot: Plot): Across {
  const slot = plot.width / values.length;
  const places = new Map(values.map((value, at) => [value, plot.left + (at + 0.5) * slot]));
  const bottom = plot.top + plot.height;
  const labels = words.map((word) => wrapped(word, LABEL, slot - 6, MOST_LINES));
  const lines = Math.max(1, ...labels.map((own) => own.length));
  const marks = [...places.values()].map((x) => `M${xy(x, bottom)}v5`);
  const base = `M${xy(plot.left, bottom)}H${rounded(plot.left + plot.width)}`;
  const below = bottom + 36 + (lines - 1) * LABEL_LINE;
  return {
    place: (value) => places.get(value)!,
    slot,
    depth: DEPTH + (lines - 1) * LABEL_LINE,
    markup: [
      element('path', { ...ink('axis'), fill: 'none', d: [base, ...marks].join('') }),
      ...values.map((value, at) => label(words[at], labels[at], places.get(value)!, bottom)),
      text(plot.left + plot.width / 2, below, escapeXml(title), { 'text-anchor': 'middle' }),
    ].join(''),
  };
}

/** A label in lines; one that was cut has the whole of it as its title. */
function label(whole: string, lines: readonly string[], x: number, bottom: number): string {
  const title = lines.join(' ') === whole ? '' : element('title', {}, escapeXml(whole));
  return lines
    .map((line, at) =>
      text(x, bottom + 17 + at * LABEL_LINE, `${at === 0 ? title : ''}${escapeXml(line)}`, {
        ...ink('dim'),
        'text-anchor': 'middle',
        'font-size': String(LABEL),
      }),
    )
    .join('');
}
