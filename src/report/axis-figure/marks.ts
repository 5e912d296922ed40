import { SET_WORDS, type SetName } from '../../results/measured.js';
import type { AggregateRecord, Results, Spread } from '../../results/schema.js';
import { grouped } from '../../results/wording.js';
import { KEY_MARK, type KeyEntry } from '../chart/key.js';
import { ink, setColour } from '../chart/palette.js';
import type { Scale } from '../chart/scale.js';
import { element, rounded, text, xy } from '../chart/svg.js';
import type { AxisFigure } from './spec.js';

/** Filled circles for training, diamonds for validation, hollow squares for test. */
export function marker(set: SetName, x: number, y: number, title = ''): string {
  if (set === 'train') return element('circle', { cx: x, cy: y, r: 3.2, stroke: 'none' }, title);
  if (set === 'validation') {
    return element(
      'path',
      { d: `M${xy(x, y - 4.2)}l4.2 4.2l-4.2 4.2l-4.2 -4.2Z`, stroke: 'none' },
      title,
    );
  }
  const square = { x: x - 3, y: y - 3, width: 6, height: 6, ...ink('bg') };
  return element('rect', { ...square, 'stroke-width': '1.4' }, title);
}

/** What a pointer over a marker says. */
export function markerTitle(
  record: AggregateRecord,
  set: SetName,
  { measure, write, series, isWhole }: AxisFigure,
): string {
  const size = `${record.variant} (${grouped(record.params)} parameters)`;
  const spread = measure.spreads(record)?.[set];
  const middle = `${size}: ${series?.[set] ?? set} ${write(spread?.median)}`;
  return isWhole ? middle : `${middle} [${write(spread?.q1)}, ${write(spread?.q3)}]`;
}

/** Small, and pale where they lie beneath others. */
const DOT = {
  fill: 'none',
  'stroke-width': '3.2',
  'stroke-linecap': 'round',
  'stroke-opacity': '0.35',
};

/** Dots of one set, each where its place says. */
export function dots(
  set: SetName,
  places: readonly (readonly [x: number, y: number])[],
  colour = setColour(set),
  style: Record<string, string> = {},
): string {
  if (places.length === 0) return '';
  const d = places.map(([x, y]) => `M${xy(x, y)}h0`).join('');
  return element('g', colour, element('path', { ...DOT, ...style, d }));
}

/** What a dot means: one run, or one variant. */
export function dotKey(label: string): KeyEntry {
  const mark = (x: number, y: number) =>
    element('path', {
      ...ink('axis'),
      ...DOT,
      'stroke-opacity': '0.8',
      d: `M${xy(x + KEY_MARK / 2, y)}h0`,
    });
  return { mark, label };
}

/** `one seed`; `one run` where seeds have folds. */
export function runWord({ runs }: Results): string {
  return runs.some(({ fold }) => fold !== undefined) ? 'one run' : 'one seed';
}

/** Upright: a hairline over the extremes, a bar over the quartiles. */
export function whisker(x: number, { low, high, q1, q3 }: Spread, y: Scale, width = 7): string {
  const parts: string[] = [];
  if (y.holds(low) && y.holds(high)) {
    const d = `M${xy(x, y(low))}V${rounded(y(high))}`;
    parts.push(element('path', { d, fill: 'none', 'stroke-opacity': '0.55' }));
  }
  if (y.holds(q1) && y.holds(q3)) {
    const box = { x: x - width / 2, y: y(q3), width, height: Math.max(0.5, y(q1) - y(q3)) };
    parts.push(element('rect', { ...box, stroke: 'none', 'fill-opacity': '0.28' }));
  }
  return parts.join('');
}

/** `3/10` above the plot where runs did not finish; nothing where the numbers would not fit. */
export function lostMarks(
  counts: readonly { x: number; lost: number; runs: number }[],
  top: number,
): string {
  const shown = counts.filter(({ lost }) => lost > 0).sort((a, b) => a.x - b.x);
  const isTight = shown.some(({ x }, at) => at > 0 && x - shown[at - 1].x < 34);
  if (isTight) return '';
  return shown
    .map(({ x, lost, runs }) =>
      text(x, top - 5, `${lost}/${runs}`, {
        ...ink('warn'),
        'text-anchor': 'middle',
        'font-size': '9',
      }),
    )
    .join('');
}

/** Dots of a category lie beside its whisker and a little beside each other. */
export function jittered(at: number): number {
  return 7 + (((at * 5 + 2) % 7) - 3) * 0.7;
}

/** As `setKey` where there are whiskers and no lines. */
export function markerKey(
  sets: readonly SetName[],
  several: boolean,
  word = (set: SetName) => SET_WORDS[set],
): KeyEntry[] {
  const markers = sets.map((set) => ({
    label: word(set),
    mark: (x: number, y: number) => element('g', setColour(set), marker(set, x + KEY_MARK / 2, y)),
  }));
  if (!several) return markers;
  const middle = (x: number) => x + KEY_MARK / 2;
  const bar = (x: number, y: number) =>
    element('rect', {
      ...ink('ink'),
      x: middle(x) - 3.5,
      y: y - 5,
      width: 7,
      height: 10,
      'fill-opacity': '0.28',
    });
  const hairline = (x: number, y: number) =>
    element('path', { ...ink('axis'), fill: 'none', d: `M${xy(middle(x), y - 6)}v12` });
  return [
    ...markers,
    { mark: bar, label: 'first to third quartile' },
    { mark: hairline, label: 'lowest to highest' },
  ];
}
