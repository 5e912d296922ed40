import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FILE_KEYS, type FileKeys } from '../config/files.js';
import { parseJson } from '../config/json.js';
import { isPlainMap } from '../config/merge.js';
import { InputError } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import { spanLayer } from '../config/spans.js';
import { printable, quote } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import { readProblem } from '../data/read/file-problem.js';

/** Where the user says that the files are now: the values of the flags. */
export interface DataPaths {
  data?: string | undefined;
  labels?: string | undefined;
  testData?: string | undefined;
  testLabels?: string | undefined;
  /** Of the model to start from. */
  warmStart?: string | undefined;
}

export interface RecordedRun {
  text: string;
  recorded: unknown;
  config: SweepConfig;
}

/**
 * Reads the results.json of a run and rebuilds its config. Data files are looked for at `paths`,
 * beside the run and in the current folder; their content must be the recorded one.
 *
 * @param path of the folder or of the file.
 * @throws {InputError} (2) if the file describes no run, (3) for missing or other data files.
 */
export async function readRun(path: string, paths: DataPaths): Promise<RecordedRun> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const file = isFolder ? join(path, 'results.json') : path;
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new InputError([readProblem(file, error, 'the results.json of a run')]);
  });
  const where = printable(file);
  const { value, span } = parseJson(text, where);
  if (!isPlainMap(value) || value.schema !== 'lanewise/results@1' || !isPlainMap(value.config)) {
    const schema = isPlainMap(value) ? value.schema : undefined;
    const found = typeof schema === 'string' ? `schema ${quote(schema)}` : 'no results of a sweep';
    throw new InputError([{ where, message: `found ${found}, expected lanewise/results@1` }]);
  }
  const described = await withFiles(value.config, dirname(file), paths, where);
  const layer = spanLayer(described, span.entries!.get('config')!.span, text, where);
  const { config, problems } = resolveLayers([layer]);
  if (!config) throw new InputError(problems);
  return { text, recorded: value, config };
}

/** Paths in place of names and hashes. */
async function withFiles(
  config: Record<string, unknown>,
  folder: string,
  paths: DataPaths,
  where: string,
): Promise<Record<string, unknown>> {
  const networks = await withModel(config.networks, folder, paths.warmStart);
  if (!isPlainMap(config.data)) return { ...config, networks };
  if (config.data.kind === 'arrays') {
    const message = 'found a run on rows in memory, expected one that a file or a seed can repeat';
    throw new InputError([{ where, message }]);
  }
  const data = { ...config.data };
  const keys = FILE_KEYS[data.kind as keyof typeof FILE_KEYS] as FileKeys | undefined;
  for (const { key, path, flag } of filesOf(keys, paths)) {
    const record = data[key];
    if (isPlainMap(record)) data[key] = await findFile(record, folder, path, flag);
  }
  return { ...config, data, networks };
}

async function withModel(networks: unknown, folder: string, path: string | undefined) {
  if (!isPlainMap(networks) || !isPlainMap(networks.initial)) return networks;
  return { ...networks, initial: await findFile(networks.initial, folder, path, '--warm-start') };
}

function filesOf(keys: FileKeys | undefined, { data, labels, testData, testLabels }: DataPaths) {
  const flags = [
    { key: keys?.rows, path: data, flag: '--data' },
    { key: keys?.targets, path: labels, flag: '--labels' },
    { key: keys?.testRows, path: testData, flag: '--test-data' },
    { key: keys?.testTargets, path: testLabels, flag: '--test-labels' },
  ];
  return flags.filter((file): file is typeof file & { key: string } => file.key !== undefined);
}

async function findFile(
  record: Record<string, unknown>,
  folder: string,
  given: string | undefined,
  flag: string,
): Promise<string> {
  // A name, whatever the file says: never a path to somewhere else.
  const name = basename(String(record.name));
  const candidates = given === undefined ? [join(folder, name), name] : [given];
  const path = candidates.find((candidate) => existsSync(candidate));
  const expected = `expected the file of the run (SHA-256 ${printable(String(record.sha256))})`;
  if (path === undefined) {
    const places =
      given === undefined ? `no ${printable(name)} beside the run or here` : 'no such file';
    const where = given === undefined ? flag : printable(given);
    throw new InputError([{ where, message: `found ${places}, ${expected}` }], 3);
  }
  const bytes = await readFile(path).catch((error) => {
    throw new InputError([readProblem(path, error, 'a file')], 3);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === record.sha256) return path;
  throw new InputError(
    [{ where: printable(path), message: `found other content (SHA-256 ${sha256}), ${expected}` }],
    3,
  );
}
