import { type HiddenLayerConfig, nameOf, type SweepConfig } from '../config/types.js';
import type { Results } from './schema.js';

/** What an axis may hold: numbers, words, flags. */
export type AxisValue = number | string | boolean;

/** Something in which the variants of a sweep differ: what figures may have along an axis. */
export interface SweepAxis {
  /** `params`: how many parameters a network has; `network`: which it is; or a hyper-parameter. */
  name: string;
  kind: 'logarithmic' | 'linear' | 'categories';
  /** At least two: ascending where they are numbers, else in the order of the variants. */
  values: AxisValue[];
  /** By id of the variant; a variant without such a hyper-parameter has none. */
  of: ReadonlyMap<string, AxisValue>;
}

type Swept = Pick<Results, 'config' | 'networks' | 'variants'>;

/**
 * The axes of a sweep: the networks of its list, then the hyper-parameters in the order of the config.
 * An axis takes at least two values. It is numeric where all of them are numbers: logarithmic where
 * they are positive and span a factor of ten, else linear. Networks are told apart by their number of
 * parameters where it does so in every setting, else by name. Sizes that follow from another axis
 * (width, depth, bias) are no axis of their own.
 */
export function sweepAxes(results: Swept): SweepAxis[] {
  const { variants } = results;
  const names = [...new Set(variants.flatMap(({ hyper }) => Object.keys(hyper)))];
  const hyper = names.map((name) =>
    axis(
      name,
      variants.flatMap(({ id, hyper: { [name]: value } }): [string, AxisValue][] =>
        value === undefined ? [] : [[id, value]],
      ),
    ),
  );
  return [networkAxis(results), ...hyper].filter(({ values }) => values.length > 1);
}

function axis(name: string, entries: readonly [variant: string, value: AxisValue][]): SweepAxis {
  const of = new Map(entries);
  const values = [...new Set(of.values())];
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value));
  if (numbers.length < values.length) return { name, kind: 'categories', values, of };
  const ascending = (numbers as number[]).sort((a, b) => a - b);
  const [low, high] = [ascending[0], ascending[ascending.length - 1]];
  const kind = low > 0 && high >= 10 * low ? 'logarithmic' : 'linear';
  return { name, kind, values: ascending, of };
}

/** The networks of the list, which every setting has: by size where that tells them apart. */
function networkAxis(results: Swept): SweepAxis {
  const { networks, variants } = results;
  const params = new Map(networks.map((network) => [network.id, network.params]));
  const places = placesInList(results);
  const count = Math.max(0, ...places.values()) + 1;
  const sizes = Array.from({ length: count }, () => new Set<number>());
  for (const { id, network } of variants) sizes[places.get(id)!].add(params.get(network) ?? 0);
  const isTold = sizes.every(({ size }) => size <= 1);
  if (isTold && new Set(sizes.map(([...own]) => own[0])).size === count) {
    return axis(
      'params',
      variants.map(({ id, network }) => [id, params.get(network) ?? 0]),
    );
  }
  const names = listNames(results, places, count);
  return axis(
    'network',
    variants.map(({ id }) => [id, names[places.get(id)!]]),
  );
}

/** Which network of the list a variant is made of: settings have all of them, in order. */
function placesInList({ config, networks, variants }: Swept): Map<string, number> {
  const count = hiddenOf(config).length;
  const ids = networks.map(({ id }) => id);
  const isRegular = count > 0 && variants.length % count === 0;
  return new Map(
    variants.map(({ id, network }, at) => [id, isRegular ? at % count : ids.indexOf(network)]),
  );
}

function hiddenOf(config: Results['config']): SweepConfig['networks']['hidden'] {
  return (config as unknown as Partial<SweepConfig>).networks?.hidden ?? [];
}

/** The id where all settings have the same one; else the hidden layers as the list has them. */
function listNames(
  { config, variants }: Swept,
  places: ReadonlyMap<string, number>,
  count: number,
): string[] {
  const ids = Array.from({ length: count }, () => new Set<string>());
  for (const { id, network } of variants) ids[places.get(id)!].add(network);
  const names = ids.map(([...own], at) =>
    own.length === 1 ? own[0] : layersWord(hiddenOf(config)[at]),
  );
  return names.map((name, at) => (names.indexOf(name) < at ? `${name} ~${at}` : name));
}

/** `16-16`, `8 tanh-8` */
function layersWord(layers: readonly (number | HiddenLayerConfig)[] = []): string {
  const words = layers.map((layer) => {
    if (typeof layer === 'number') return String(layer);
    const { units, activation } = layer;
    return activation === undefined ? String(units) : `${units} ${nameOf(activation)}`;
  });
  return words.join('-') || 'linear';
}

/** Axes that make networks larger, the first of them lying along a figure of size. */
const OF_SIZE = ['params', 'network', 'width', 'depth'];

/** The axis along which a figure of size goes; the others tell its curves apart. */
export function sizeAxis(axes: readonly SweepAxis[]): SweepAxis | undefined {
  return OF_SIZE.flatMap((name) => axes.filter((each) => each.name === name))[0];
}

/**
 * Whether a figure of size says something: networks differ in size by an axis that is made for it,
 * and those of equal size that only differ in depth do not count. One variant alone is shown, too.
 */
export function variesInSize(
  { networks }: Pick<Results, 'networks'>,
  axes: readonly SweepAxis[],
): boolean {
  if (axes.length === 0) return true;
  const along = sizeAxis(axes);
  if (along === undefined) return false;
  const sizes = networks.map(({ params }) => params);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return along.name === 'depth' ? high >= 2 * low : high > low;
}

/** Records in one group for every combination of values that they have on these axes. */
export function groupedBy<R extends { variant: string }>(
  records: readonly R[],
  axes: readonly SweepAxis[],
): { values: (AxisValue | undefined)[]; records: R[] }[] {
  const groups = new Map<string, { values: (AxisValue | undefined)[]; records: R[] }>();
  for (const record of records) {
    const values = axes.map(({ of }) => of.get(record.variant));
    const key = JSON.stringify(values.map((value) => value ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { values, records: [record] });
    else group.records.push(record);
  }
  return [...groups.values()];
}
