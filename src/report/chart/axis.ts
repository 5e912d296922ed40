import { ink } from './palette.js';
import type { Scale } from './scale.js';
import { element, escapeXml, rounded, text, xy } from './svg.js';
import type { Tick } from './ticks.js';

/** The rectangle in which the data lies. */
export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Which words an axis carries: panels inside a grid carry none. */
export interface AxisText {
  labels: boolean;
  title?: string;
}

/** Horizontal grid lines at the labelled ticks, their labels on the left. */
export function yAxis(plot: Plot, scale: Scale, ticks: readonly Tick[], words: AxisText): string {
  const right = plot.left + plot.width;
  const major = ticks.filter((tick) => tick.label !== '');
  const minor = ticks.filter((tick) => tick.label === '');
  const grid = major.map(({ value }) => `M${xy(plot.left, scale(value))}H${rounded(right)}`);
  const stubs = minor.map(({ value }) => `M${xy(plot.left, scale(value))}h4`);
  const labels = major.map(({ value, label }) =>
    text(plot.left - 7, scale(value) + 3.8, label, { ...ink('dim'), 'text-anchor': 'end' }),
  );
  const middle = plot.top + plot.height / 2;
  return [
    stroke('grid', grid),
    stroke('axis', stubs),
    ...(words.labels ? labels : []),
    words.title === undefined ? '' : sideways(plot.left - 46, middle, words.title),
  ].join('');
}

/** The base line with a mark per tick, labels below. */
export function xAxis(plot: Plot, scale: Scale, ticks: readonly Tick[], words: AxisText): string {
  const bottom = plot.top + plot.height;
  const marks = ticks.map(
    ({ value, label }) => `M${xy(scale(value), bottom)}v${label === '' ? 3 : 5}`,
  );
  const labels = ticks.map(({ value, label }) =>
    label === ''
      ? ''
      : text(scale(value), bottom + 17, label, { ...ink('dim'), 'text-anchor': 'middle' }),
  );
  const centre = plot.left + plot.width / 2;
  const title =
    words.title === undefined
      ? ''
      : text(centre, bottom + 36, escapeXml(words.title), { 'text-anchor': 'middle' });
  const base = `M${xy(plot.left, bottom)}H${rounded(plot.left + plot.width)}`;
  return [stroke('axis', [base, ...marks]), ...(words.labels ? labels : []), title].join('');
}

function sideways(x: number, y: number, title: string): string {
  const transform = `rotate(-90 ${rounded(x)} ${rounded(y)})`;
  return text(x, y, escapeXml(title), { 'text-anchor': 'middle', transform });
}

function stroke(name: 'axis' | 'grid', segments: readonly string[]): string {
  if (segments.length === 0) return '';
  return element('path', { ...ink(name), fill: 'none', d: segments.join('') });
}
