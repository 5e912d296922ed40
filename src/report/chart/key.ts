import { ink, seriesColour } from './palette.js';
import { element, escapeXml, fitted, text, textWidth } from './svg.js';

/** An entry of the key: a sample, drawn at a place by the caller's mark, and what it means. */
export interface KeyEntry {
  /** Markup of the sample in a box of 22 × 10 whose left middle is at (x, y). */
  mark: (x: number, y: number) => string;
  label: string;
}

export const KEY_MARK = 22;

/** One row of samples with their meanings, from left to right. */
export function keyRow(left: number, y: number, entries: readonly KeyEntry[]): string {
  let x = left;
  return entries
    .map(({ mark, label }) => {
      const at = x;
      x += KEY_MARK + 6 + textWidth(label, 10) + 14;
      return mark(at, y) + text(at + KEY_MARK + 6, y + 3.5, label, KEY_TEXT);
    })
    .join('');
}

const KEY_TEXT = { ...ink('dim'), 'font-size': '10' };

/** A sample of a band. */
export function bandMark(opacity: string): KeyEntry['mark'] {
  return (x, y) =>
    element('rect', {
      ...ink('ink'),
      x,
      y: y - 5,
      width: KEY_MARK,
      height: 10,
      'fill-opacity': opacity,
    });
}

/** The names of all series with their colours, in columns, and the height that they take. */
export function seriesKey(
  left: number,
  top: number,
  width: number,
  names: readonly string[],
): { markup: string; height: number } {
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name, 10)), 0);
  const cell = Math.min(width, Math.min(longest, 150) + 40);
  const columns = Math.max(1, Math.floor(width / cell));
  const entries = names.map((name, index) => {
    const x = left + (index % columns) * cell;
    const y = top + Math.floor(index / columns) * 15;
    const swatch = { x, y: y - 8, width: 12, height: 8, stroke: 'none', 'fill-opacity': '0.7' };
    return [
      element('g', seriesColour(index, names.length), element('rect', swatch)),
      text(x + 17, y - 0.5, escapeXml(fitted(name, 10, cell - 22)), KEY_TEXT),
    ].join('');
  });
  return { markup: entries.join(''), height: Math.ceil(names.length / columns) * 15 + 6 };
}
