import { SET_WORDS, type SetName } from '../../results/measured.js';
import type { Spread } from '../../results/schema.js';
import { bandMark, KEY_MARK, type KeyEntry } from './key.js';
import { DASHES, setColour } from './palette.js';
import type { Scale } from './scale.js';
import { bandPath, linePath, type Point } from './shape.js';
import { element, xy } from './svg.js';

const QUARTILES = '0.28';
const EXTREMES = '0.13';
/** Attributes of every line that stands for data. */
const LINE = {
  fill: 'none',
  'stroke-width': '1.6',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** Median line in a band of the quartiles in a lighter one of the extremes, at places along x. */
export function setLines(
  set: SetName,
  places: readonly number[],
  spreads: readonly Spread[],
  y: Scale,
): string {
  const along = (key: keyof Spread) =>
    spreads.map((spread, at): Point => {
      const value = spread[key];
      return y.holds(value) ? [places[at], y(value)] : null;
    });
  const band = (upper: keyof Spread, lower: keyof Spread, opacity: string) =>
    filled(bandPath(along(upper), along(lower)), opacity);
  return element('g', setColour(set), [
    band('high', 'low', EXTREMES),
    band('q3', 'q1', QUARTILES),
    element('path', { ...LINE, 'stroke-dasharray': DASHES[set], d: linePath(along('median')) }),
  ]);
}

/** What the lines and bands mean; with one seed there are no bands. `marker`: on each line; `word`: what it
 * is called. */
export function setKey(
  sets: readonly SetName[],
  bands: boolean,
  marker: (set: SetName, x: number, y: number) => string = () => '',
  word = (set: SetName) => SET_WORDS[set],
): KeyEntry[] {
  const line = (set: SetName) => (x: number, y: number) =>
    element('g', setColour(set), [
      element('path', { ...LINE, 'stroke-dasharray': DASHES[set], d: `M${xy(x, y)}h${KEY_MARK}` }),
      marker(set, x + KEY_MARK / 2, y),
    ]);
  const lines = sets.map((set) => ({ mark: line(set), label: word(set) }));
  if (!bands) return lines;
  return [
    ...lines,
    { mark: bandMark(QUARTILES), label: 'first to third quartile' },
    { mark: bandMark(EXTREMES), label: 'lowest to highest' },
  ];
}

function filled(d: string, opacity: string): string {
  return d === '' ? '' : element('path', { d, stroke: 'none', 'fill-opacity': opacity });
}
