import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { LabelledRun } from '../../compare/types.js';
import { parseJson } from '../../config/json.js';
import { isPlainMap } from '../../config/merge.js';
import { InputError } from '../../config/problem.js';
import { printable } from '../../config/text.js';
import { readBytes } from '../../data/read/bytes.js';
import { collect, settledValue } from '../../data/read/collect.js';
import { fileError } from '../../data/read/problems.js';
import { aggregate } from '../../results/aggregate.js';
import type { Results } from '../../results/schema.js';
import { recordedResults } from '../recorded-results.js';

/**
 * The runs at these paths, folders or files, each called by its folder.
 *
 * @throws {InputError} (exit code 3) with everything that is wrong with all of them.
 */
export async function readRuns(paths: readonly string[]): Promise<LabelledRun[]> {
  const read = await Promise.allSettled(paths.map(readRun));
  const runs = collect(read.map((run) => () => settledValue(run)));
  const labels = labelsOf(paths);
  return runs.map((results, at) => ({ label: labels[at], results }));
}

/** Where the results.json of a run is. */
export function resultsFile(path: string): string {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  return isFolder ? join(path, 'results.json') : path;
}

async function readRun(path: string): Promise<Results> {
  const file = resultsFile(path);
  const { bytes } = await readBytes(file, 'the results.json of a run, or its folder');
  const value = parsed(bytes, file);
  if (!isPlainMap(value)) throw fileError(file, 'found no results of a sweep, expected them');
  const results = recordedResults(value, file, 'comparison');
  const { networks, variants, runs, datasets } = results;
  const known = new Set(networks.map(({ id }) => id));
  const stray = variants.find(({ network }) => !known.has(network));
  if (stray !== undefined) {
    const found = `found variant ${stray.id} of the network ${stray.network}`;
    throw fileError(file, `${printable(found)}, expected one of networks`);
  }
  // What is compared follows from the runs alone, whatever was edited in the file.
  const own = aggregate(networks, variants, runs, datasets[0]?.classNames);
  return { ...results, aggregate: own };
}

function parsed(bytes: Uint8Array, file: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return parseJson(text, printable(file)).value;
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.problems, 3);
    throw fileError(file, 'found bytes that are no UTF-8, expected a results.json');
  }
}

/** The folder of a run; the whole path where two folders are called the same, and numbers at last. */
function labelsOf(paths: readonly string[]): string[] {
  const short = paths.map((path) => basename(resolve(dirname(resultsFile(path)))));
  const isOne = (labels: readonly string[], at: number) =>
    labels.filter((label) => label === labels[at]).length === 1;
  const longer = short.map((label, at) => (isOne(short, at) ? label : paths[at]));
  const labels = longer.map((label, at) => (isOne(longer, at) ? label : `${label} (${at + 1})`));
  return labels.map(printable);
}
