import { asMap, choiceAt } from '../choices.js';
import type { Path } from '../layer.js';
import { isPlainMap, type PlainMap } from '../plain-map.js';
import type { AxisValue } from '../types.js';
import type { AxisNames } from './names.js';
import { type Axis, type Variants, valueWord } from './read.js';
import { drawValue, gridValues } from './values.js';

/** What a hyper-parameter is in tables and figures. */
export type HyperValue = number | string | boolean;

/** Name of the hyper-parameter that tells the entries of the list apart. */
const LIST = 'setting';

/** One value for every axis. */
export interface Combination {
  values: { path: string; value: AxisValue; written: Path }[];
  /** By short name, in the order of the parts of the section. */
  hyper: Record<string, HyperValue>;
}

/** How many combinations there are before equal ones are dropped. */
export function countCombinations({ list, grid, random }: Variants, names: AxisNames): number {
  const sizes = grid.map(({ path, takes }) => gridValues(takes, names.isWhole(path)).length);
  const most = sizes.reduce((product, size) => product * size, 1);
  return most * Math.max(1, list.length) * (random?.samples ?? 1);
}

/**
 * Every entry of the list × every combination of the grid × every sample, in this order, each
 * once. `hyper` holds what differs between them.
 */
export function combinations(variants: Variants, names: AxisNames): Combination[] {
  const parts = [
    listPart(variants),
    ...variants.grid.map((axis) => gridPart(axis, names)),
    randomPart(variants, names),
  ];
  const all = parts
    .filter((part) => part.length > 0)
    .reduce<Combination[]>(
      (before, part) => before.flatMap((left) => part.map((right) => join(left, right))),
      [{ values: [], hyper: {} }],
    );
  const distinct = new Map(all.map((each) => [JSON.stringify(settingsOf(each)), each]));
  return withDifferences([...distinct.values()]);
}

/**
 * The values as a layer over a config: sections before the keys in them, choices as maps, so that a
 * key can be set in them. What reshapes networks is no key of the config and left out.
 */
export function patchOf({ values }: Combination, isShape: (path: string) => boolean): PlainMap {
  const patch: PlainMap = {};
  const inOrder = values.filter(({ path }) => !isShape(path)).sort(byPath);
  for (const { path, value } of inOrder) {
    const parts = path.split('.');
    const at = parts.slice(0, -1).reduce<PlainMap>((map, key) => {
      if (!isPlainMap(map[key])) map[key] = {};
      return map[key] as PlainMap;
    }, patch);
    const set = choiceAt(parts) ? asMap(value) : value;
    // A copy: keys of the value may be set by other axes.
    at[parts[parts.length - 1]] = isPlainMap(set) ? { ...set } : set;
  }
  return patch;
}

function listPart({ list }: Variants): Combination[] {
  return list.map(({ label, settings }) => ({
    values: settings.map(({ path, takes, written }) => ({ path, value: takes, written })),
    hyper: { [LIST]: label },
  }));
}

function gridPart({ path, takes, written }: Variants['grid'][number], names: AxisNames) {
  const values = gridValues(takes, names.isWhole(path));
  const words = wordsOf(values);
  return values.map((value, i): Combination => {
    const place = Array.isArray(takes) ? [...written, i] : written;
    return { values: [{ path, value, written: place }], hyper: { [names.short(path)]: words[i] } };
  });
}

function randomPart({ random }: Variants, names: AxisNames): Combination[] {
  if (!random) return [];
  const { samples, seed, over } = random;
  return Array.from({ length: samples }, (_, sample) => {
    const values = over.map(({ path, takes, written }, index) => {
      const value = drawValue(takes, names.isWhole(path), seed, index, sample);
      return { path, value, written };
    });
    const hyper = over.map(({ path, takes }: Axis<unknown>, i) => {
      const [word] = Array.isArray(takes)
        ? [wordsOf(takes)[takes.indexOf(values[i].value)]]
        : wordsOf([values[i].value]);
      return [names.short(path), word];
    });
    return { values, hyper: Object.fromEntries(hyper) };
  });
}

/** Numbers, words and flags as they are; maps by their name, or in full where names are equal. */
function wordsOf(values: readonly AxisValue[]): HyperValue[] {
  const names = values.map((value) => (isPlainMap(value) ? value.name : value));
  return values.map((value, i) => {
    if (!isPlainMap(value)) return value as HyperValue;
    const isOnly = names.filter((name) => name === names[i]).length === 1;
    return isOnly && typeof names[i] === 'string' ? names[i] : valueWord(value);
  });
}

function join(left: Combination, right: Combination): Combination {
  return {
    values: [...left.values, ...right.values],
    hyper: { ...left.hyper, ...right.hyper },
  };
}

function settingsOf({ values }: Combination) {
  return [...values].sort(byPath).map(({ path, value }) => [path, value]);
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Without hyper-parameters that are the same everywhere. */
function withDifferences(all: Combination[]): Combination[] {
  const names = [...new Set(all.flatMap(({ hyper }) => Object.keys(hyper)))];
  const varying = names.filter((name) => new Set(all.map(({ hyper }) => hyper[name])).size > 1);
  return all.map(({ values, hyper }) => ({
    values,
    hyper: Object.fromEntries(varying.map((name) => [name, hyper[name]])),
  }));
}
