import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseJson } from '../config/json.js';
import { isPlainMap } from '../config/merge.js';
import { InputError } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import { spanLayer } from '../config/spans.js';
import { printable, quote } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import { readProblem } from '../data/read/file-problem.js';
import { type DataPaths, withFiles } from './run-files.js';

export interface RecordedRun {
  text: string;
  recorded: unknown;
  config: SweepConfig;
}

/**
 * Reads the results.json of a run and rebuilds its config. Data files are looked for at `paths`,
 * else beside the run and in the current folder; their content must be the recorded one.
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
