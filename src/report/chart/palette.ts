import type { SetName } from '../../results/measured.js';

/**
 * Colours as literals, for printers and renderers without media queries, each with a class that a
 * dark screen overrides. Nothing is told by colour alone.
 */

/** Class → property and its values on light and on dark ground. */
const INKS: Readonly<Record<string, readonly [property: string, light: string, dark: string]>> = {
  bg: ['fill', '#ffffff', '#14171a'],
  ink: ['fill', '#1b1f24', '#e6e8ea'],
  dim: ['fill', '#59626c', '#9aa4ae'],
  warn: ['fill', '#a3200d', '#ff9d8f'],
  axis: ['stroke', '#7d8790', '#77818b'],
  grid: ['stroke', '#e3e6e9', '#2b3036'],
};

/** The sets: blue, bluish green and vermilion keep apart for every kind of colour vision. */
const SETS: Readonly<Record<SetName, readonly [light: string, dark: string]>> = {
  train: ['#1f62a8', '#7cb9f7'],
  validation: ['#00805c', '#4fd6a8'],
  test: ['#c2410c', '#ffa260'],
};

/** The sets differ in their dashes, too. */
export const DASHES: Readonly<Record<SetName, string>> = {
  train: 'none',
  validation: '9 3 2 3',
  test: '5 3',
};

export type Ink = 'ink' | 'dim' | 'warn' | 'bg' | 'axis' | 'grid';

/** Attributes that give a text, a shape or a line one of the inks. */
export function ink(name: Ink): Record<string, string> {
  const [property, light] = INKS[name];
  return { class: name, [property]: light };
}

/** Attributes of a line in the colour of text, for figures with INK_LINE_RULE. */
export const INK_LINE = { class: 'line', stroke: INKS.ink[1] } as const;
export const INK_LINE_RULE = ['line', 'stroke', INKS.ink[2]] as const;

/** Attributes of a frame around a shape of any colour, or of the ground between the two. */
export function frameInk(name: 'frame' | 'halo'): Record<string, string> {
  const [, light] = INKS[name === 'frame' ? 'ink' : 'bg'];
  return { class: name, fill: 'none', stroke: light };
}

/** Their counterparts on a dark screen. */
export function frameRules(): [name: string, property: string, dark: string][] {
  return [
    ['frame', 'stroke', INKS.ink[2]],
    ['halo', 'stroke', INKS.bg[2]],
  ];
}

/** Attributes of a group whose lines and shapes belong to the training or the test set. */
export function setColour(name: SetName): Record<string, string> {
  return { class: name, stroke: SETS[name][0], fill: SETS[name][0] };
}

/** Attributes of a group that belongs to series `index` of `count`, ordered by size. */
export function seriesColour(index: number, count: number): Record<string, string> {
  const colour = viridis(0.9 * place(index, count));
  return { class: `s${index}`, stroke: colour, fill: colour };
}

/** Series without an order: light and dark. Hues far apart for every kind of colour vision, neighbours
 * far apart in lightness, too. */
const CATEGORIES: readonly (readonly [light: string, dark: string])[] = [
  ['#1f62a8', '#7cb9f7'],
  ['#c2410c', '#ffa260'],
  ['#00805c', '#4fd6a8'],
  ['#9d3f9d', '#f0a6ee'],
  ['#8a6a00', '#e3c14a'],
  ['#0b87a6', '#5fdcf2'],
  ['#7a1f2b', '#ee8f98'],
  ['#5a6068', '#b4bcc4'],
];

/** Colours of the series of a figure. */
export interface SeriesColours {
  /** Attributes of a group that belongs to a series. */
  of(index: number): Record<string, string>;
  /** How many of the ordered colours there are. */
  series: number;
  /** Counterparts of the others on a dark screen. */
  rules: (readonly [name: string, property: string, dark: string])[];
}

/** Along viridis where series have an order, or are too many for hues of their own. */
export function seriesColours(count: number, isOrdered: boolean): SeriesColours {
  if (isOrdered || count > CATEGORIES.length) {
    return { of: (index) => seriesColour(index, count), series: count, rules: [] };
  }
  return {
    of: (index) => {
      const [light] = CATEGORIES[index];
      return { class: `c${index}`, stroke: light, fill: light };
    },
    series: 0,
    rules: CATEGORIES.slice(0, count).flatMap(([, dark], index) => both(`c${index}`, dark)),
  };
}

/** The colours of the series by themselves, for what is drawn on a page. */
export function colourPairs(
  count: number,
  isOrdered: boolean,
): (readonly [light: string, dark: string])[] {
  if (!isOrdered && count <= CATEGORIES.length) return CATEGORIES.slice(0, count);
  return Array.from({ length: count }, (_, index) => [
    seriesColour(index, count).stroke,
    darkSeries(index, count),
  ]);
}

/** The style sheet of one figure: dark counterparts of its inks, its sets and its `series` colours. */
export function darkRules(
  scope: string,
  series: number,
  sets: readonly SetName[],
  more: readonly (readonly string[])[] = [],
): string {
  const rules = Object.entries(INKS).map(([name, [property, , dark]]) => [name, property, dark]);
  for (const name of sets) rules.push(...both(name, SETS[name][1]));
  for (let index = 0; index < series; index++) {
    rules.push(...both(`s${index}`, darkSeries(index, series)));
  }
  rules.push(...more.map((rule) => [...rule]));
  const lines = rules.map(([name, property, dark]) => `.${scope} .${name}{${property}:${dark}}`);
  return `@media screen and (prefers-color-scheme:dark){${lines.join('')}}`;
}

function darkSeries(index: number, count: number): string {
  return viridis(0.36 + 0.64 * place(index, count));
}

function both(name: string, colour: string): [string, string, string][] {
  return [[name, `stroke:${colour};fill`, colour]];
}

/** 0 to 1 over the series; a lone one sits where the scale is dark enough for paper. */
function place(index: number, count: number): number {
  return count <= 1 ? 0.3 : index / (count - 1);
}

const ANCHORS = [
  0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
  0xbddf26, 0xfde725,
];

/** matplotlib's viridis, linear between eleven anchors. */
export function viridis(share: number): string {
  const at = Math.min(Math.max(share, 0), 1) * (ANCHORS.length - 1);
  const index = Math.min(Math.floor(at), ANCHORS.length - 2);
  const channel = (shift: number) => {
    const from = (ANCHORS[index] >> shift) & 255;
    const to = (ANCHORS[index + 1] >> shift) & 255;
    return Math.round(from + (at - index) * (to - from))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(16)}${channel(8)}${channel(0)}`;
}
