import type { SetName } from '../../results/measured.js';
import type { Plot } from './axis.js';
import { darkRules, ink } from './palette.js';
import { element, escapeXml, fitted, text } from './svg.js';
import { wrapped } from './wrap.js';

/** A figure before it is a document. */
export interface Figure {
  /** Of the file; scopes the style sheet, so that several figures fit into one page. */
  name: string;
  title: string;
  subtitle: string;
  /** The numbers of the figure in words, for those who do not see it. */
  description: string;
  width: number;
  /** Without the notes. */
  height: number;
  /** How many series colours it uses. */
  series: number;
  /** Which sets it colours: training and test where nothing is said. */
  sets?: readonly SetName[];
  /** More rules for a dark screen: class, property, value. */
  rules?: readonly (readonly [name: string, property: string, dark: string])[];
  body: readonly string[];
  /** What the figure leaves out, below it. */
  notes: readonly string[];
}

/** Where the body of a figure starts: below title and subtitle. */
export const HEAD = 58;
/** Free space on the left and on the right of every figure. */
export const EDGE = 20;

const FONT = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
const NOTE_SIZE = 10;
const NOTE_LINE = 14;

/** The SVG document: background, heading, body, notes. */
export function renderFigure(figure: Figure): string {
  const { width, height } = figure;
  const notes = figure.notes.flatMap((note) => wrapped(note, NOTE_SIZE, width - 2 * EDGE));
  const full = height + (notes.length === 0 ? 0 : notes.length * NOTE_LINE + 8);
  const scope = `lw-${figure.name.replace(/[^A-Za-z0-9-]/g, '-')}`;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${full}`,
    width: String(width),
    height: String(full),
    class: scope,
    role: 'img',
    'font-family': FONT,
    'font-size': '11',
  };
  const room = width - 2 * EDGE;
  const parts = [
    element('title', {}, escapeXml(figure.title)),
    element('desc', {}, escapeXml(figure.description)),
    element(
      'style',
      {},
      darkRules(scope, figure.series, figure.sets ?? ['train', 'test'], figure.rules),
    ),
    element('rect', { ...ink('bg'), width: '100%', height: '100%' }),
    text(EDGE, 26, escapeXml(fitted(figure.title, 15, room)), HEADING),
    text(EDGE, 43, escapeXml(fitted(figure.subtitle, 11, room)), ink('dim')),
    ...figure.body,
    ...notes.map((note, line) => noteText(note, height + 4 + line * NOTE_LINE)),
  ];
  return `${element('svg', root, `\n${parts.join('\n')}\n`)}\n`;
}

const HEADING = { 'font-size': '15', 'font-weight': '600' };

function noteText(note: string, y: number): string {
  return text(EDGE, y, escapeXml(note), { ...ink('dim'), 'font-size': String(NOTE_SIZE) });
}

/** What stands in the middle of a plot without data. */
export function nothingToShow(plot: Plot, finished: boolean): string[] {
  if (finished) return [];
  const [x, y] = [plot.left + plot.width / 2, plot.top + plot.height / 2];
  return [text(x, y, 'no finished run', { ...ink('warn'), 'text-anchor': 'middle' })];
}
