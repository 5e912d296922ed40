import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { mapConfigFiles } from '../../config/files.js';
import { parseJson } from '../../config/json.js';
import { isPlainMap } from '../../config/merge.js';
import { formatProblem, InputError, type Problem } from '../../config/problem.js';
import { resolveConfig } from '../../config/resolve.js';
import { describeValue, printable, quote } from '../../config/text.js';
import { readProblem } from '../../data/read/file-problem.js';
import type { Inspection } from '../../inspect/types.js';
import type { Manifest } from '../../results/manifest.js';
import type { Results } from '../../results/schema.js';
import { InspectionSchema, ManifestSchema, ResultsSchema } from './schemas.js';

/** What is drawn from. */
export interface Recorded {
  folder: string;
  results: Results;
  manifest?: Manifest;
  inspection?: Inspection;
  /** What of it is not there, in lines for the user. */
  missing: string[];
}

/** More problems of a file than this tell no more. */
const MOST_PROBLEMS = 20;

/**
 * Reads results.json, and manifest.json and inspection.json beside it where they are.
 *
 * @param path of the folder or of the results.json.
 * @throws {InputError} (exit code 2) with everything that is wrong with them.
 */
export async function readRecorded(path: string): Promise<Recorded> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const file = isFolder ? join(path, 'results.json') : path;
  const folder = dirname(file);
  const results = await readResults(file);
  const problems: Problem[] = [];
  const missing: string[] = [];
  const manifest = await beside<Manifest>(folder, 'manifest.json', ManifestSchema, problems);
  if (manifest === undefined) missing.push(noneWords('manifest.json', 'timeline, machine'));
  const place = join(folder, 'inspection.json');
  let inspection = await beside<Inspection>(folder, 'inspection.json', InspectionSchema, problems);
  if (inspection && inspection.configHash !== results.configHash) {
    const found = `found that of ${quote(inspection.configHash)}`;
    const message = `${found}, expected that of ${results.configHash}; it is left out`;
    missing.push(formatProblem({ where: printable(place), message }));
    inspection = undefined;
  } else if (inspection === undefined) {
    missing.push(noneWords('inspection.json', 'a look inside the best network'));
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    folder,
    results,
    ...(manifest && { manifest }),
    ...(inspection && { inspection }),
    missing,
  };
}

function noneWords(name: string, what: string): string {
  return `found no ${name}: not drawn: ${what}`;
}

async function readResults(file: string): Promise<Results> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new InputError([readProblem(file, error, 'the results.json of a run')]);
  });
  const where = printable(file);
  const value = parsed(text, where);
  if (!isPlainMap(value) || value.schema !== 'lanewise/results@1') {
    const schema = isPlainMap(value) ? value.schema : undefined;
    const found = typeof schema === 'string' ? `schema ${quote(schema)}` : 'no results of a sweep';
    throw new InputError([{ where, message: `found ${found}, expected lanewise/results@1` }]);
  }
  const problems = shapeProblems(ResultsSchema, value, where);
  if (problems.length > 0) throw new InputError(problems);
  const results = value as unknown as Results;
  checkConfig(results, where);
  const found = disagreements(results, where);
  if (found.length > 0) throw new InputError(found);
  return results;
}

/** Undefined where there is none. */
async function beside<T>(
  folder: string,
  name: string,
  schema: v.GenericSchema,
  problems: Problem[],
): Promise<T | undefined> {
  const file = join(folder, name);
  if (!existsSync(file)) return undefined;
  const text = await readFile(file, 'utf8').catch((error) => {
    problems.push(readProblem(file, error, `the ${name} of a run`));
    return undefined;
  });
  if (text === undefined) return undefined;
  const value = parsed(text, printable(file));
  problems.push(...shapeProblems(schema, value, printable(file)));
  return value as T;
}

/** The engine's parser is the fast one, ours tells where a mistake is. */
function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseJson(text, where).value;
  }
}

function shapeProblems(schema: v.GenericSchema, value: unknown, where: string): Problem[] {
  const issues = v.safeParse(schema, value).issues ?? [];
  return issues.slice(0, MOST_PROBLEMS).map((issue) => {
    const found = issue.input === undefined ? 'nothing' : describeValue(issue.input);
    const expected = issue.message.startsWith('Invalid') ? issue.expected : issue.message;
    const place = quote(v.getDotPath(issue) ?? '', 80);
    return { where, message: `${place}: found ${found}, expected ${expected}` };
  });
}

/** Figures ask the config what varies. Rows in memory are not in it. */
function checkConfig({ config }: Results, where: string): void {
  if (isPlainMap(config.data) && config.data.kind === 'arrays') return;
  try {
    resolveConfig(
      mapConfigFiles(config, (file) => {
        return isPlainMap(file) ? { path: String(file.name) } : file;
      }),
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => ({ where, message: `config: ${formatProblem(problem)}` })),
    );
  }
}

/** Records that name what is not there. */
function disagreements({ networks, variants, runs, aggregate }: Results, where: string): Problem[] {
  const problems: Problem[] = [];
  const add = (message: string) => problems.push({ where, message });
  const known = new Set(networks.map(({ id }) => id));
  const ids = new Set(variants.map(({ id }) => id));
  if (variants.length === 0) add('found no variant, expected at least one');
  for (const { id, network } of variants) {
    if (!known.has(network)) add(`found no network ${quote(network)}, which ${quote(id)} names`);
  }
  const odd = runs.find(({ variant }) => !ids.has(variant));
  if (odd) add(`found no variant ${quote(odd.variant)}, which a run names`);
  const isSame = aggregate.length === variants.length;
  if (!isSame || aggregate.some(({ variant }, at) => variant !== variants[at].id)) {
    add('found an aggregate of other variants, expected one for each, in their order');
  }
  return problems.slice(0, MOST_PROBLEMS);
}
