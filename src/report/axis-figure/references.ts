import type { Plot } from '../chart/axis.js';
import { dodge } from '../chart/dodge.js';
import { ink, setColour } from '../chart/palette.js';
import type { Scale } from '../chart/scale.js';
import { element, escapeXml, rounded, text, textWidth, xy } from '../chart/svg.js';
import type { ReferenceMark } from './spec.js';

/** Dotted lines across the plot with their names on the right, moved apart where they would touch. */
export function outside(marks: readonly ReferenceMark[], plot: Plot, y: Scale): string {
  const wished = marks.map((mark) => y(mark.value));
  const places = dodge(wished, 13, plot.top, plot.top + plot.height) ?? wished;
  const right = plot.left + plot.width;
  return marks
    .map(({ set, label, value }, at) => {
      const line = `M${xy(plot.left, y(value))}H${right}`;
      const leader = `M${xy(right, y(value))}L${xy(right + 12, places[at])}`;
      return [
        element('g', setColour(set), [
          element('path', { fill: 'none', 'stroke-dasharray': '1 3', d: line }),
          element('path', { fill: 'none', 'stroke-width': '0.6', d: leader }),
        ]),
        text(right + 16, places[at] + 3.4, escapeXml(label), { ...ink('dim'), 'font-size': '10' }),
      ].join('');
    })
    .join('');
}

/** Dotted lines alone, beneath the data. */
export function lines(marks: readonly ReferenceMark[], plot: Plot, y: Scale): string {
  const d = marks.map(
    ({ value }) => `M${xy(plot.left, y(value))}H${rounded(plot.left + plot.width)}`,
  );
  if (d.length === 0) return '';
  const dotted = { ...ink('axis'), fill: 'none', 'stroke-dasharray': '1 3' };
  return element('path', { ...dotted, d: d.join('') });
}

/** Their names inside the plot, over the data: there is another plot beside it. */
export function names(marks: readonly ReferenceMark[], plot: Plot, y: Scale): string {
  const right = plot.left + plot.width;
  const wished = marks.map(({ value }) => y(value) - 3);
  const places = dodge(wished, 11, plot.top + 8, plot.top + plot.height) ?? wished;
  return marks
    .map(({ label, set }, at) => {
      const short = label.replace(`, ${set} `, ' ');
      const width = textWidth(short, 9) + 4;
      const ground = { x: right - width, y: places[at] - 8, width, height: 10 };
      const style = { ...ink('dim'), 'text-anchor': 'end', 'font-size': '9' };
      return [
        element('rect', { ...ink('bg'), ...ground, 'fill-opacity': '0.7' }),
        text(right - 2, places[at], escapeXml(short), style),
      ].join('');
    })
    .join('');
}
