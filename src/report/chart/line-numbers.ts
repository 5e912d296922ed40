import type { Plot } from './axis.js';
import { dodge } from './dodge.js';
import { ink } from './palette.js';
import { linePath } from './shape.js';
import { element, text } from './svg.js';

/** Where a line ends, and the row of the legend that it belongs to, from 0. */
export interface LineEnd {
  index: number;
  y: number;
  /** What stands there; default: the number of the row. */
  mark?: string;
}

/** Room that the numbers take to the right of the plot. */
export const NUMBER_ROOM = 27;

/** The row of the legend at the end of each line, so that colour is not the only way to tell; nothing
 * where the numbers do not fit. */
export function lineNumbers(ends: readonly LineEnd[], plot: Plot): string[] {
  const wished = ends.map((end) => end.y);
  const places = dodge(wished, 9.5, plot.top, plot.top + plot.height);
  if (places === null) return [];
  const right = plot.left + plot.width;
  const leaders = ends.map((end, at) =>
    linePath([
      [right + 3, end.y],
      [right + 14, places[at]],
    ]),
  );
  return [
    element('path', { ...ink('axis'), fill: 'none', 'stroke-width': '0.6', d: leaders.join('') }),
    ...ends.map((end, at) =>
      text(right + 17, places[at] + 3.2, end.mark ?? String(end.index + 1), {
        ...ink('dim'),
        'font-size': '9',
      }),
    ),
  ];
}
