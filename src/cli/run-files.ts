import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { FILE_KEYS, type FileKeys } from '../config/files.js';
import { isPlainMap } from '../config/merge.js';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
import { readBytes } from '../data/read/bytes.js';
import { collect, settledValue } from '../data/read/collect.js';
import { folderOf, placesIn } from './data-folder.js';

/** Where the user says that the files are now: the values of the flags. */
export interface DataPaths {
  /** May be the folder of them all. */
  data?: string | undefined;
  labels?: string | undefined;
  testData?: string | undefined;
  testLabels?: string | undefined;
  /** The model that the networks start from. */
  warmStart?: string | undefined;
}

/**
 * The config of a run with paths in place of the names and hashes of its files.
 *
 * @param folder of the run, where its files may be.
 * @param where the run is, for problems.
 * @throws {InputError} (2) for rows in memory, (3) with every file that is missing or another.
 */
export async function withFiles(
  config: Record<string, unknown>,
  folder: string,
  paths: DataPaths,
  where: string,
): Promise<Record<string, unknown>> {
  const data = isPlainMap(config.data) ? { ...config.data } : {};
  const networks = isPlainMap(config.networks) ? { ...config.networks } : {};
  if (data.kind === 'arrays') {
    const message = 'found a run on rows in memory, expected one that a file or a seed can repeat';
    throw new InputError([{ where, message }]);
  }
  const keys = FILE_KEYS[data.kind as keyof typeof FILE_KEYS] as FileKeys | undefined;
  const wanted = [
    ...filesOf(keys, folder, paths).map((file) => ({ file, of: data })),
    { file: modelOf(folder, paths), of: networks },
  ];
  const files = wanted.filter(({ file, of }) => isPlainMap(of[file.key]));
  const found = await Promise.allSettled(
    files.map(({ file, of }) => findFile(of[file.key] as Record<string, unknown>, file)),
  );
  const places = collect(found.map((place) => () => settledValue(place)));
  files.forEach(({ file, of }, i) => {
    of[file.key] = places[i];
  });
  return {
    ...config,
    ...(isPlainMap(config.data) && { data }),
    ...(isPlainMap(config.networks) && { networks }),
  };
}

function modelOf(folder: string, { warmStart }: DataPaths): Wanted {
  const search = { folders: [folder, '.'], places: 'beside the run or here' };
  return { key: 'initial', flag: '--warm-start', given: warmStart, ...search };
}

/** Where a file of the run is looked for. */
interface Wanted {
  key: string;
  flag: string;
  /** The file, where the user has named it. */
  given: string | undefined;
  /** Or folders that may have it, and how a message names them. */
  folders: string[];
  places: string;
}

function filesOf(
  keys: FileKeys | undefined,
  folder: string,
  { data, labels, testData, testLabels }: DataPaths,
): Wanted[] {
  const named = folderOf(data);
  const search =
    named === undefined
      ? { folders: [folder, '.'], places: 'beside the run or here' }
      : { folders: [named], places: `in ${printable(named)}`, flag: '--data' };
  const flags = [
    { key: keys?.rows, given: named === undefined ? data : undefined, flag: '--data' },
    { key: keys?.targets, given: labels, flag: '--labels' },
    { key: keys?.testRows, given: testData, flag: '--test-data' },
    { key: keys?.testTargets, given: testLabels, flag: '--test-labels' },
  ];
  return flags.flatMap(({ key, ...file }) =>
    key === undefined ? [] : [{ key, ...file, ...search }],
  );
}

/** @throws {InputError} (exit code 3) where the file is not there, or is not the recorded one. */
async function findFile(
  record: Record<string, unknown>,
  { given, flag, folders, places }: Wanted,
): Promise<string> {
  // A name, whatever the file says: never a path to somewhere else.
  const name = basename(String(record.name));
  const candidates =
    given === undefined ? folders.flatMap((each) => placesIn(each, name)) : [given];
  const expected = `expected the file of the run (SHA-256 ${printable(String(record.sha256))})`;
  let other: Problem | undefined;
  for (const path of candidates.filter((candidate) => existsSync(candidate))) {
    const { sha256 } = (await readBytes(path, 'a file')).identity;
    if (sha256 === record.sha256) return path;
    const message = `found other content (SHA-256 ${sha256}), ${expected}`;
    other ??= { where: printable(path), message };
  }
  const missing =
    given === undefined
      ? {
          where: flag,
          message: `found no ${printable(name)} ${places}, ${expected}, gzipped or not`,
        }
      : { where: printable(given), message: `found no such file, ${expected}` };
  throw new InputError([other ?? missing], 3);
}
