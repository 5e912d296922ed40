import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileKeys } from '../config/files.js';
import type { ConfigLayer } from '../config/layer.js';
import { isPlainMap } from '../config/merge.js';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import { plainName } from '../data/read/bytes.js';
import { listed } from '../results/wording.js';

/** `--data` where it names a folder: the files of a config or of a run are in there. */
export function folderOf(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return statSync(data).isDirectory() ? data : undefined;
  } catch {
    // Reading it will say what is wrong with it.
    return undefined;
  }
}

/** Where a file may be in a folder, by its name: as it is called, then gzipped or not. */
export function placesIn(folder: string, name: string): string[] {
  const plain = plainName(name);
  return [...new Set([basename(name), plain, `${plain}.gz`])].map((each) => join(folder, each));
}

/**
 * A config with the files that it names where they are in `folder`, gzipped or not. Undefined where it
 * names none.
 *
 * @param problems gets what is wrong with their names: two files cannot have the same.
 */
export function relocate(
  layer: ConfigLayer,
  folder: string,
  problems: Problem[],
): ConfigLayer | undefined {
  const files = filesIn(layer);
  if (files.length === 0) return undefined;
  const places = new Map<string, string>();
  const moved = files.map(({ key, path }) => {
    const candidates = placesIn(folder, path);
    const place = candidates.find((each) => existsSync(each)) ?? candidates[0];
    const twin = places.get(place) ?? path;
    if (twin !== path) {
      const message = `found two files of the config with the name ${printable(basename(path))}, expected names of their own`;
      problems.push({ where: '--data', message });
    }
    places.set(place, path);
    return [key, place];
  });
  const value = layer.value as { data: object };
  const data = { ...value.data, ...Object.fromEntries(moved) };
  return { ...layer, value: { ...value, data } };
}

/**
 * Whether the files that a config names are where it says; what flags name instead is not looked at.
 *
 * @param layer of the config, relocated to `folder` where there is one.
 * @throws {InputError} (exit code 3) with every file that is not in the folder; without a folder where
 *   none is there: then the config was probably written for one.
 */
export function checkNamedFiles(layer: ConfigLayer, { data }: SweepConfig, folder?: string): void {
  const used = data as unknown as Record<string, { path?: string } | undefined>;
  const files = filesIn(layer);
  const missing = files.filter(({ key, path }) => used[key]?.path === path && !existsSync(path));
  if (missing.length === 0) return;
  if (folder !== undefined)
    throw new InputError(
      missing.map((file) => notIn(folder, file)),
      3,
    );
  if (missing.length < files.length) return;
  const names = files.map(({ path }) => printable(basename(path)));
  const [found, them] = names.length === 1 ? ['no', 'it'] : ['none of', 'them'];
  const places = 'where the config says or in a folder: --data FOLDER';
  const message = `found ${found} ${listed(names)}, expected ${them} ${places}`;
  throw new InputError([{ ...layer.place(['data'], 'key'), message }], 3);
}

function notIn(folder: string, { key, path }: NamedFile): Problem {
  const found = `found no ${printable(basename(path))} in ${printable(folder)}`;
  return {
    where: '--data',
    message: `${found}, expected the ${key} of the config, gzipped or not`,
  };
}

interface NamedFile {
  key: string;
  path: string;
}

function filesIn({ value }: ConfigLayer): NamedFile[] {
  const data = isPlainMap(value) ? value.data : undefined;
  if (!isPlainMap(data)) return [];
  return fileKeys(data.kind).flatMap((key) => {
    const path = data[key];
    return typeof path === 'string' && path !== '' ? [{ key, path }] : [];
  });
}
