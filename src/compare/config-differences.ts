import { isPlainMap } from '../config/plain-map.js';
import { canonicalJson } from '../results/canonical.js';
import type { ConfigDifference } from './types.js';

/**
 * Where configs differ, key by key, in the order of the keys; those that some configs lack come last,
 * because they follow from the others: another optimizer has other parameters. Names do not count: that
 * is what runs are called.
 *
 * @param configs as results.json has them.
 */
export function configDifferences(configs: readonly Record<string, unknown>[]): ConfigDifference[] {
  const all = differencesOf(configs).filter(({ path }) => path !== 'name');
  const isEverywhere = ({ values }: ConfigDifference) => !values.includes(null);
  return [...all.filter(isEverywhere), ...all.filter((each) => !isEverywhere(each))];
}

function differencesOf(values: readonly unknown[], path = ''): ConfigDifference[] {
  const texts = values.map((value) => (value === undefined ? undefined : canonicalJson(value)));
  if (new Set(texts).size === 1) return [];
  if (!values.every(isPlainMap)) {
    return [{ path, values: values.map((value) => (value === undefined ? null : inWords(value))) }];
  }
  const maps = values as readonly Record<string, unknown>[];
  const keys = [...new Set(maps.flatMap((map) => Object.keys(map)))];
  return keys.flatMap((key) => {
    const own = maps.map((map) => (Object.hasOwn(map, key) ? map[key] : undefined));
    return differencesOf(own, path === '' ? key : `${path}.${key}`);
  });
}

/** As one would type it: `adam`, `2,8,16-16`, `{"from":0.001,"to":1}`. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  return isNetworks(value)
    ? value.map((layers) => layers.join('-') || 'linear').join(',')
    : JSON.stringify(value);
}

function isNetworks(value: unknown): value is number[][] {
  const isNumbers = (list: unknown) =>
    Array.isArray(list) && list.every((each) => typeof each === 'number');
  return Array.isArray(value) && value.length > 0 && value.every(isNumbers);
}
