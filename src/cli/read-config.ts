import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { FILE_KEYS } from '../config/files.js';
import type { ConfigLayer } from '../config/layer.js';
import { isPlainMap, type PlainMap } from '../config/merge.js';
import { parseConfig } from '../config/parse.js';
import { InputError } from '../config/problem.js';
import { printable } from '../config/text.js';
import { readProblem } from '../data/read/file-problem.js';

const MAX_BYTES = 4 << 20;

/**
 * Reads a config file. Paths in it are relative to it.
 *
 * @throws {InputError} when it cannot be read or is malformed.
 */
export async function readConfig(path: string): Promise<ConfigLayer> {
  const bytes = await readFile(path).catch((error) => {
    throw new InputError([readProblem(path, error, 'a config in YAML or JSON')]);
  });
  const where = printable(path);
  const fail = (message: string) => new InputError([{ where, message }]);
  if (/\.(?:csv|npy)(?:\.gz)?$/i.test(path)) {
    throw fail('found a data file, expected a config in YAML or JSON; did you mean --data?');
  }
  if (bytes.length > MAX_BYTES) throw fail('found more than 4 MiB, expected a config');
  const layer = await parseConfig(decode(bytes, fail), where);
  return { ...layer, value: withPathsFrom(dirname(path), layer.value) };
}

function decode(bytes: Uint8Array, fail: (message: string) => InputError): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fail('found bytes that are no UTF-8, expected a config in YAML or JSON');
  }
}

function withPathsFrom(folder: string, value: unknown): unknown {
  if (!isPlainMap(value)) return value;
  const relative = (path: unknown) =>
    typeof path === 'string' && path !== '' && !isAbsolute(path) ? join(folder, path) : path;
  const { initial } = isPlainMap(value.networks) ? value.networks : {};
  return {
    ...value,
    ...(isPlainMap(value.data) && { data: withPaths(value.data, relative) }),
    ...(initial !== undefined && {
      networks: { ...(value.networks as object), initial: relative(initial) },
    }),
  };
}

/** Whatever kind of data it is: a flag may say. */
function withPaths(data: PlainMap, relative: (path: unknown) => unknown): PlainMap {
  const keys = new Set(Object.values(FILE_KEYS).flatMap((each) => Object.values(each)));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, keys.has(key) ? relative(value) : value]),
  );
}
