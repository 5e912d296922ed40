import { asMap, choiceAt } from './choices.js';
import { DATA_DEFAULTS } from './data-defaults.js';
import { DEFAULT_CONFIG } from './defaults.js';
import { TEST_FILE_KEYS } from './files.js';
import type { Path } from './layer.js';
import { isPlainMap, type PlainMap } from './plain-map.js';

export { isPlainMap, type PlainMap };

/** Keys that mean something to JavaScript itself: never merged, always reported. */
export const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Lays `layers`, the topmost last, over the defaults. Checks nothing; inputs stay untouched. */
export function mergeLayers(layers: readonly unknown[]): unknown {
  let merged: unknown = DEFAULT_CONFIG;
  for (const layer of layers) merged = overlay(merged, layer, []);
  return merged;
}

/** Maps are merged key by key, lists and scalars replaced, undefined is nothing said. */
function overlay(lower: unknown, upper: unknown, path: Path): unknown {
  if (upper === undefined) return lower;
  const [below, above] = choiceAt(path) ? [asMap(lower), asMap(upper)] : [lower, upper];
  // Minus zero would be a second spelling of one config.
  if (!isPlainMap(above)) return Object.is(above, -0) ? 0 : above;
  if (!isPlainMap(below)) return below !== undefined && isSection(path) ? below : above;
  const merged: PlainMap = { ...beneath(below, above, path.join('.')) };
  for (const key of Object.keys(above)) {
    if (RESERVED_KEYS.includes(key)) continue;
    const known = Object.hasOwn(merged, key) ? merged[key] : undefined;
    merged[key] = overlay(known, above[key], [...path, key]);
  }
  return merged;
}

const SECTIONS = [
  '',
  'data',
  'networks',
  'networks.output',
  'training',
  'training.penalty',
  'training.augmentation',
  'evaluate',
  'variants',
  'variants.grid',
  'variants.random',
  'variants.random.over',
  'diagnostics',
];

// A section that an earlier layer broke stays broken, so that the mistake is reported.
function isSection(path: Path): boolean {
  return SECTIONS.includes(path.join('.')) || choiceAt(path) !== undefined;
}

/** What a map is laid over: another kind or optimizer starts from its own defaults. */
function beneath(below: PlainMap, above: PlainMap, path: string): PlainMap {
  if (path === 'data') return oneTestSet(switched(below, above, 'kind', DATA_DEFAULTS), above);
  const options = choiceAt(path.split('.'));
  if (options) return switched(below, above, 'name', options);
  if (path === 'evaluate' && Object.keys(above).length > 0) return {};
  return below;
}

/** The ways to get test rows. A number of rows may be one, or limit those of files. */
const TEST_WAYS = [TEST_FILE_KEYS, ['testRows'], ['testFraction'], ['folds']];

/** Of test rows, a test fraction and folds, what is said above replaces the others said below. */
function oneTestSet(below: PlainMap, above: PlainMap): PlainMap {
  const [files, rows] = TEST_WAYS;
  const said = TEST_WAYS.filter((keys) => keys.some((key) => above[key] !== undefined));
  if (said.length === 0) return below;
  const stays = said.includes(files) || said.includes(rows) ? [...said, files, rows] : said;
  const others = TEST_WAYS.filter((keys) => !stays.includes(keys)).flat();
  return Object.fromEntries(Object.entries(below).filter(([key]) => !others.includes(key)));
}

function switched(below: PlainMap, above: PlainMap, key: string, defaults: object): PlainMap {
  const wanted = above[key];
  if (typeof wanted !== 'string' || wanted === below[key]) return below;
  if (!Object.hasOwn(defaults, wanted)) return below;
  return { [key]: wanted, ...(defaults as Record<string, PlainMap>)[wanted] };
}
