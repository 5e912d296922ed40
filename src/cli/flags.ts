import type { ConfigLayer, Path, Place } from '../config/layer.js';
import type { Problem } from '../config/problem.js';
import { DATA_FLAGS, fileKind } from './flags/data.js';
import { DIAGNOSTIC_FLAGS } from './flags/diagnostics.js';
import { attributeName, type ConfigFlag, type FileKind, longName, number } from './flags/flag.js';
import { NETWORK_FLAGS } from './flags/networks.js';
import { TRAINING_FLAGS } from './flags/training.js';
import { VARIANT_FLAGS } from './flags/variants.js';

/** `5`, `every:5`, `points:60` */
function evaluate(text: string): unknown {
  const [, kind = 'every', value] = /^(?:(every|points):)?(.*)$/s.exec(text)!;
  return { [kind]: number(value) };
}

export const CONFIG_FLAGS: readonly ConfigFlag[] = [
  ...NETWORK_FLAGS,
  ...TRAINING_FLAGS,
  ...VARIANT_FLAGS,
  { flags: '--seed <n>', help: 'first seed', path: ['seed'], read: number },
  { flags: '--seeds <n>', help: 'runs of every network', path: ['seeds'], read: number },
  {
    flags: '--evaluate <when>',
    help: 'every:5 (or 5), points:60 (spread logarithmically)',
    path: ['evaluate'],
    read: evaluate,
  },
  ...DIAGNOSTIC_FLAGS,
  { flags: '--name <text>', help: 'of the run and its folder', path: ['name'] },
  ...DATA_FLAGS,
];

/**
 * The settings given as flags, by commander's names, as the topmost layer of the config.
 *
 * @param sniffed kind of the data file by its content.
 */
export function flagLayer(values: Record<string, unknown>, sniffed?: FileKind): ConfigLayer {
  const root: Record<string, unknown> = {};
  const places = new Map<string, string>();
  const put = (path: Path, value: unknown, flag: string) => {
    setIn(root, path, value);
    places.set(path.join('.'), flag);
  };
  const kind = fileKind(values, sniffed);
  for (const { flags, path, read, readAll } of CONFIG_FLAGS) {
    const value = values[attributeName(flags)];
    const isTwin = value !== undefined && longName(flags).startsWith('--no-') !== (value === false);
    if (value === undefined || isTwin) continue;
    const flag = longName(flags);
    // A file of data is data of its kind.
    if (flag === '--data' && values.kind === undefined) put(['data', 'kind'], kind, flag);
    if (flag === '--data') places.set('data', flag);
    put(
      typeof path === 'function' ? path(kind) : path,
      Array.isArray(value) && readAll
        ? readAll(value)
        : typeof value === 'string' && read
          ? read(value)
          : value,
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
    if (where === undefined) continue;
    // Of several settings in one flag, which one.
    const setting = path.slice(depth).find((part) => typeof part === 'string' && part !== 'name');
    return { where: setting === undefined ? where : `${where} ${setting}` };
  }
  return {};
}
