import type { NetworkRecord } from '../../results/schema.js';
import { counted, grouped } from '../../results/wording.js';
import { HEAD, renderFigure } from '../chart/frame.js';
import { ink } from '../chart/palette.js';
import { element, text, xy } from '../chart/svg.js';

const RADIUS = 13;
const ROW = 38;
const COLUMN = 150;
/** A layer with more circles than this shows the first and the last ones and how many there are. */
const MOST_CIRCLES = 8;
/** A network with more layers than this shows the first and the last ones. */
const MOST_COLUMNS = 8;

/** A layer in the drawing: inputs count as one. */
interface Column {
  units: number;
  head: string;
  foot: string;
  /** Letter of its units: x, h, y. */
  letter: string;
  /** Number of its units shown above the gap and below it; all of them when `below` is 0. */
  above: number;
  below: number;
}

/** The network as a graph: a circle per unit, an edge per weight, large layers abbreviated. */
export function networkFigure(network: NetworkRecord, inputs: number): string {
  const all = columnsOf(network, inputs);
  const columns = abbreviated(all);
  const tallest = Math.max(...columns.map((column) => (column === null ? 1 : slots(column))));
  const width = Math.max(420, 2 * 70 + (columns.length - 1) * COLUMN);
  const left = (width - (columns.length - 1) * COLUMN) / 2;
  const middle = HEAD + 34 + (tallest * ROW) / 2;
  const x = (at: number) => left + at * COLUMN;
  return renderFigure({
    name: `network-${network.id}`,
    title: `Network ${network.id}`,
    subtitle: `${counted(network.params, 'parameter')}: ${formula(network, inputs)}`,
    description: description(network, inputs),
    width,
    height: HEAD + 34 + tallest * ROW + 34,
    series: 0,
    body: [
      ...columns.slice(1).map((to, at) => edges(columns[at], to, x(at), x(at + 1), middle)),
      ...columns.map((column, at) =>
        column === null ? gap(x(at), middle) : layer(column, x(at), middle, tallest),
      ),
    ],
    notes: [],
  });
}

function columnsOf(network: NetworkRecord, inputs: number): Column[] {
  const { layers } = network;
  const last = layers.length - 1;
  return [
    shown(inputs, 'input', 'x'),
    ...layers.map((layer, at) => {
      const place = last > 1 && at < last ? ` ${at + 1}` : '';
      const head = at === last ? 'output' : `hidden${place}`;
      return shown(
        layer.units,
        `${head}, ${activation(layer.activation)}`,
        at === last ? 'y' : 'h',
      );
    }),
  ];
}

function activation(name: string): string {
  return name === 'relu' ? 'ReLU' : name;
}

function shown(units: number, head: string, letter: string): Column {
  const whole = units <= MOST_CIRCLES;
  const above = whole ? units : MOST_CIRCLES - 3;
  return { units, head, letter, foot: counted(units, 'unit'), above, below: whole ? 0 : 2 };
}

/** Null stands for the layers left out. */
function abbreviated(columns: readonly Column[]): (Column | null)[] {
  if (columns.length <= MOST_COLUMNS) return [...columns];
  const half = (MOST_COLUMNS - 1) / 2;
  return [...columns.slice(0, Math.ceil(half)), null, ...columns.slice(-Math.floor(half))];
}

/** Rows of circles, the ellipsis counting as one. */
function slots({ above, below }: Column): number {
  return above + below + (below === 0 ? 0 : 1);
}

function centres(column: Column, middle: number): number[] {
  const first = middle - ((slots(column) - 1) * ROW) / 2;
  const rows = Array.from({ length: column.above }, (_, row) => row);
  const tail = Array.from({ length: column.below }, (_, row) => column.above + 1 + row);
  return [...rows, ...tail].map((row) => first + row * ROW);
}

function edges(
  from: Column | null,
  to: Column | null,
  left: number,
  right: number,
  middle: number,
): string {
  if (from === null || to === null) return '';
  const targets = centres(to, middle);
  const lines = centres(from, middle).flatMap((start) =>
    targets.map((end) => {
      const [dx, dy] = [right - left, end - start];
      const share = RADIUS / Math.sqrt(dx * dx + dy * dy);
      const [ax, ay] = [left + share * dx, start + share * dy];
      return `M${xy(ax, ay)}L${xy(right - share * dx, end - share * dy)}`;
    }),
  );
  return element('path', { ...ink('axis'), ...EDGE_LINE, d: lines.join('') });
}

const EDGE_LINE = { fill: 'none', 'stroke-width': '0.7', 'stroke-opacity': '0.75' };

function layer(column: Column, x: number, middle: number, tallest: number): string {
  const ys = centres(column, middle);
  const half = (tallest * ROW) / 2;
  const centred = { 'text-anchor': 'middle' };
  const circles = ys.map((y, at) => {
    const index = at < column.above ? at : column.units - column.below + at - column.above;
    return circle(x, y) + text(x, y + 3.5, unitName(column, index), { ...centred, ...UNIT });
  });
  const dots = column.below === 0 ? '' : ellipsis(x, ys[column.above] - ROW, 0, 6);
  return [
    text(x, middle - half - 14, column.head, { ...centred, ...ink('dim') }),
    ...circles,
    dots,
    text(x, middle + half + 16, column.foot, centred),
  ].join('');
}

const UNIT = { 'font-size': '10', 'font-style': 'italic' };

function circle(cx: number, cy: number): string {
  const shape = element('circle', { cx, cy, r: RADIUS, ...ink('bg') });
  const outline = element('circle', { cx, cy, r: RADIUS, ...ink('axis'), ...OUTLINE });
  return shape + outline;
}

const OUTLINE = { fill: 'none', 'stroke-width': '1.2' };

/** A letter with its index lowered, from 1; a layer of one unit needs no index. */
function unitName({ letter, units }: Column, index: number): string {
  if (units === 1) return letter;
  return `${letter}<tspan dy="2.5" font-size="7" font-style="normal">${index + 1}</tspan>`;
}

function gap(x: number, y: number): string {
  return ellipsis(x, y, 8, 0);
}

function ellipsis(x: number, y: number, dx: number, dy: number): string {
  const dots = [-1, 0, 1].map((k) => `M${xy(x + k * dx, y + k * dy)}h0`);
  const round = { fill: 'none', 'stroke-width': '3', 'stroke-linecap': 'round' };
  return element('path', { ...ink('axis'), ...round, d: dots.join('') });
}

/** `(4 + 1) · 20 + (20 + 1) · 1`: weights and, where the layer has them, biases. */
function formula(network: NetworkRecord, inputs: number): string {
  const terms = network.layers.map(({ units, bias }, at) => {
    const from = grouped(at === 0 ? inputs : network.layers[at - 1].units);
    return `${bias ? `(${from} + 1)` : from} · ${grouped(units)}`;
  });
  return terms.join(' + ');
}

function description(network: NetworkRecord, inputs: number): string {
  const layers = network.layers.map(
    ({ units, activation: name }) => `${counted(units, 'unit')} (${activation(name)})`,
  );
  return (
    `Fully connected: ${counted(inputs, 'input')}, then ${layers.join(', then ')}; ` +
    `${counted(network.params, 'parameter')}.`
  );
}
