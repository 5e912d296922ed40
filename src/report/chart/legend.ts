import { ink, seriesColour } from './palette.js';
import { element, escapeXml, fitted, text, xy } from './svg.js';

/** A row of a legend that is also a table: the series and its numbers. */
export interface LegendRow {
  /** In the order of the series colours. */
  name: string;
  /** Right-aligned under the column heads; already fit for people. */
  cells: readonly string[];
  /** Stands across the last columns, where there is something wrong. */
  warning?: string;
}

export interface LegendTable {
  left: number;
  top: number;
  rows: readonly LegendRow[];
  /** Heads and right edges of the number columns; `dashes` draws the kind of line below its head. */
  columns: readonly { head: string; right: number; dashes?: string }[];
  /** What stands above the names: default `network`. */
  head?: string;
  /** Of a row; default: by its place among all. */
  colour?: (index: number) => Record<string, string>;
  /** Whether rows carry the numbers that also stand at the ends of their lines. */
  numbered: boolean;
  /** What they carry in place of numbers. */
  marks?: readonly string[];
}

export const LEGEND_ROW = 16;
const SWATCH = 18;
const NUMBER = 18;

/** Height of the table with its head. */
export function legendHeight(rows: number): number {
  return (rows + 1) * LEGEND_ROW + 4;
}

/** Number, swatch, name and numbers of every series. */
export function legendTable(table: LegendTable): string {
  const { left, top, rows, columns, head: names = 'network' } = table;
  const { colour = (index) => seriesColour(index, rows.length) } = table;
  const head = columns.map(({ head: label, right }) => cell(right, top, label, 'dim'));
  const samples = columns.map(({ right, dashes }) => sample(right, top + 4.5, dashes));
  return [heading(names), ...head, ...samples, ...rows.map(row)].join('');

  function heading(words: string): string {
    const room = nameRoom(left);
    return text(left, top, titled(words, fitted(words, 11, room)), ink('dim'));
  }

  function nameRoom(from: number): number {
    return (columns[0]?.right ?? from + 200) - 40 - from;
  }

  function row({ name, cells, warning }: LegendRow, index: number): string {
    const y = top + 4 + (index + 1) * LEGEND_ROW;
    const start = left + (table.numbered ? NUMBER : 0);
    const nameLeft = start + SWATCH + 6;
    const room = nameRoom(nameLeft);
    const line = element('path', {
      d: `M${xy(start, y - 3.5)}h${SWATCH}`,
      fill: 'none',
      'stroke-width': '2.5',
    });
    return [
      table.numbered ? cell(left + 12, y, table.marks?.[index] ?? String(index + 1), 'dim') : '',
      element('g', colour(index), line),
      text(nameLeft, y, titled(name, fitted(name, 11, room))),
      ...cells.map((content, at) => cell(columns[at].right, y, content, 'ink')),
      warning === undefined ? '' : cell(columns[columns.length - 1].right, y, warning, 'warn'),
    ].join('');
  }
}

/** A text that was cut carries the whole of it as its title. */
export function titled(whole: string, shown: string): string {
  return whole === shown
    ? escapeXml(whole)
    : `${element('title', {}, escapeXml(whole))}${escapeXml(shown)}`;
}

function sample(right: number, y: number, dashes: string | undefined): string {
  if (dashes === undefined) return '';
  const d = `M${xy(right - 26, y)}h26`;
  return element('path', { ...ink('axis'), fill: 'none', 'stroke-dasharray': dashes, d });
}

function cell(x: number, y: number, content: string, name: 'ink' | 'dim' | 'warn'): string {
  return text(x, y, escapeXml(content), { ...ink(name), 'text-anchor': 'end' });
}
