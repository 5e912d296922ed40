import type { ConfigLayer, Path, Place } from '../config/layer.js';
import type { Problem } from '../config/problem.js';
import { DATA_FLAGS, fileKind } from './flags/data.js';
import { attributeName, type ConfigFlag, longName, number } from './flags/flag.js';

/** `2,3` → [[2], [3]] */
function widths(text: string): unknown[] {
  return text.split(',').map((width) => [number(width)]);
}

/** `2,16-16,linear` → [[2], [16, 16], []] */
function networks(text: string): unknown[] {
  return text
    .split(',')
    .map((network) => (network === 'linear' ? [] : network.split('-').map(number)));
}

/** `5`, `every:5`, `points:60` */
function evaluate(text: string): unknown {
  const [, kind = 'every', value] = /^(?:(every|points):)?(.*)$/s.exec(text)!;
  return { [kind]: number(value) };
}

const training = (key: string): Path => ['training', key];
const optimizer = (key: string): Path => ['training', 'optimizer', key];
const HIDDEN: Path = ['networks', 'hidden'];

export const CONFIG_FLAGS: readonly ConfigFlag[] = [
  { flags: '--widths <list>', help: 'one hidden layer each: 2,3,5', path: HIDDEN, read: widths },
  {
    flags: '--networks <list>',
    help: 'any hidden layers: 2,16-16,linear',
    path: HIDDEN,
    read: networks,
  },
  {
    flags: '--activation <name>',
    help: 'relu, sigmoid, tanh, linear',
    path: ['networks', 'activation'],
  },
  {
    flags: '--init <name>',
    help: 'torch, glorot-uniform, glorot-normal, he-uniform, he-normal',
    path: ['networks', 'init'],
  },
  { flags: '--epochs <n>', help: 'passes over the data', path: training('epochs'), read: number },
  {
    flags: '--batch-size <n>',
    help: 'samples of one step',
    path: training('batchSize'),
    read: number,
  },
  { flags: '--shuffle', help: 'a new order in every epoch', path: training('shuffle') },
  { flags: '--no-shuffle', help: 'always the same order', path: training('shuffle') },
  { flags: '--optimizer <name>', help: 'sgd, momentum, adam', path: optimizer('name') },
  {
    flags: '--learning-rate <x>',
    help: 'step size',
    path: optimizer('learningRate'),
    read: number,
  },
  { flags: '--momentum <x>', help: 'of momentum', path: optimizer('momentum'), read: number },
  { flags: '--seed <n>', help: 'first seed', path: ['seed'], read: number },
  { flags: '--seeds <n>', help: 'runs of every network', path: ['seeds'], read: number },
  {
    flags: '--evaluate <when>',
    help: 'every:5 (or 5), points:60 (spread logarithmically)',
    path: ['evaluate'],
    read: evaluate,
  },
  { flags: '--name <text>', help: 'of the run and its folder', path: ['name'] },
  ...DATA_FLAGS,
];

/** The settings given as flags, by commander's names, as the topmost layer of the config. */
export function flagLayer(values: Record<string, unknown>): ConfigLayer {
  const root: Record<string, unknown> = {};
  const places = new Map<string, string>();
  const put = (path: Path, value: unknown, flag: string) => {
    setIn(root, path, value);
    places.set(path.join('.'), flag);
  };
  const kind = fileKind(values);
  for (const { flags, path, read } of CONFIG_FLAGS) {
    const value = values[attributeName(flags)];
    const isTwin = value !== undefined && longName(flags).startsWith('--no-') !== (value === false);
    if (value === undefined || isTwin) continue;
    const flag = longName(flags);
    // A file of data is data of its kind.
    if (flag === '--data' && values.kind === undefined) put(['data', 'kind'], kind, flag);
    put(
      typeof path === 'function' ? path(kind) : path,
      typeof value === 'string' && read ? read(value) : value,
      flag,
    );
  }
  return { value: root, showPath: false, place: (path) => nearest(places, path) };
}

/** Flags that speak of the same thing. */
export function flagConflicts(values: Record<string, unknown>): Problem[] {
  if (values.widths === undefined || values.networks === undefined) return [];
  return [{ where: '--networks', message: 'found together with --widths, expected one of them' }];
}

function setIn(root: Record<string, unknown>, path: Path, value: unknown): void {
  let at = root;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[path[path.length - 1]] = value;
}

function nearest(places: ReadonlyMap<string, string>, path: Path): Place {
  for (let depth = path.length; depth > 0; depth--) {
    const where = places.get(path.slice(0, depth).join('.'));
    if (where !== undefined) return { where };
  }
  return {};
}
