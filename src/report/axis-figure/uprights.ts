import type { Plot } from '../chart/axis.js';
import { ink } from '../chart/palette.js';
import { element, escapeXml, rounded, text, textWidth, xy } from '../chart/svg.js';
import type { SizeMark } from '../size-marks.js';

/** Above the plot, for the names. */
export const UPRIGHT_NAMES = 12;

const SIZE = 9;
/** Between two names, and from a name to its line. */
const GAP = 8;
const LEADER = 6;

type Place = (value: number) => number;

/** Dashed lines at places along x, beneath the data. */
export function uprightLines(marks: readonly SizeMark[], plot: Plot, place: Place): string {
  const d = inside(marks, plot, place).map(
    ({ x }) => `M${xy(x, plot.top)}V${rounded(plot.top + plot.height)}`,
  );
  if (d.length === 0) return '';
  return element('path', {
    ...ink('axis'),
    fill: 'none',
    'stroke-dasharray': '4 3',
    d: d.join(''),
  });
}

/** Their names in a row above the plot, moved apart where they would touch. */
export function uprightNames(marks: readonly SizeMark[], plot: Plot, place: Place): string {
  const shown = inside(marks, plot, place);
  const widths = shown.map(({ label }) => textWidth(label, SIZE) + GAP);
  const starts = apart(
    shown.map(({ x }, at) => x - widths[at] / 2),
    widths,
    [plot.left, plot.left + plot.width],
  );
  const style = { ...ink('dim'), 'text-anchor': 'middle', 'font-size': String(SIZE) };
  return shown
    .map(({ x, label }, at) => {
      const middle = starts[at] + widths[at] / 2;
      const d = `M${xy(x, plot.top)}L${xy(middle, plot.top - LEADER)}`;
      return [
        element('path', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', d }),
        text(middle, plot.top - LEADER - 3, escapeXml(label), style),
      ].join('');
    })
    .join('');
}

/** Where boxes start that lie beside each other in their order, each as near as may be to its wish. */
function apart(
  wished: readonly number[],
  widths: readonly number[],
  [low, high]: readonly [number, number],
): number[] {
  const groups: { sum: number; count: number; width: number; start: number }[] = [];
  wished.forEach((wish, at) => {
    let group = { sum: wish, count: 1, width: widths[at], start: 0 };
    const settle = () => Math.min(Math.max(low, group.sum / group.count), high - group.width);
    group.start = settle();
    for (let last = groups.at(-1); last && last.start + last.width > group.start; ) {
      // What its members wish of the start of the whole.
      const sum = last.sum + group.sum - group.count * last.width;
      group = { sum, count: last.count + group.count, width: last.width + group.width, start: 0 };
      group.start = settle();
      groups.pop();
      last = groups.at(-1);
    }
    groups.push(group);
  });
  const starts: number[] = [];
  for (const { start, count } of groups) {
    let next = start;
    for (let i = 0; i < count; i++) {
      const at = starts.length;
      starts.push(next);
      next += widths[at];
    }
  }
  return starts;
}

/** From left to right; what lies outside the plot is left out. */
function inside(marks: readonly SizeMark[], { left, width }: Plot, place: Place) {
  return marks
    .map(({ value, label }) => ({ x: place(value), label }))
    .filter(({ x }) => x >= left && x <= left + width)
    .sort((a, b) => a.x - b.x);
}
