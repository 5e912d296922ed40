import type { Plot } from '../chart/axis.js';
import { dodge } from '../chart/dodge.js';
import { lineNumbers } from '../chart/line-numbers.js';
import { ink } from '../chart/palette.js';
import { shows } from '../chart/scale.js';
import { text } from '../chart/svg.js';
import type { Drawing, Panel } from './drawing.js';
import { placesOf } from './line.js';

/** Beside the plot; of lines that end inside it, beside their last marker. */
export function endNumbers(drawing: Drawing, panel: Panel): string[] {
  const { along } = drawing;
  const { y, plot, sets } = panel;
  const lines = drawing.lines.map((line, i) => placesOf(drawing, panel, line, i, sets[0]));
  const last = along.values[along.values.length - 1];
  const ends = lines.flatMap((own, index) => {
    const end = own.findLast(({ spread }) => shows(y, spread.median));
    if (end === undefined) return [];
    const reaches = along.xOf(end.record) === last;
    const mark = along.marks?.[index] ?? String(index + 1);
    return [{ index, mark, x: end.x, y: y(end.spread.median!), reaches }];
  });
  const early = ends.filter(({ reaches }) => !reaches);
  return [
    ...lineNumbers(
      ends.filter(({ reaches }) => reaches),
      plot,
    ),
    ...apart(early, plot).map((end) =>
      text(end.x + 6, end.y + 3.2, end.mark, { ...ink('dim'), 'font-size': '9' }),
    ),
  ];
}

/** Lines that end at the same place, their marks moved apart where they would touch. */
function apart<End extends { x: number; y: number }>(ends: readonly End[], plot: Plot): End[] {
  const places = [...new Set(ends.map(({ x }) => x))];
  return places.flatMap((x) => {
    const own = ends.filter((end) => end.x === x);
    const wished = own.map(({ y }) => y);
    const ys = dodge(wished, 9.5, plot.top, plot.top + plot.height) ?? wished;
    return own.map((end, at) => ({ ...end, y: ys[at] }));
  });
}
