import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPlainMap } from '../../config/merge.js';
import { InputError } from '../../config/problem.js';
import { printable } from '../../config/text.js';
import { nativeHash } from '../../pool/native-hash.js';
import type { Results } from '../../results/schema.js';
import { placeName, readJournal } from './journal.js';
import { type Execution, type RunRecord, recordOf } from './record.js';

/** A run of a list. */
export interface Listed {
  record: RunRecord;
  /** Its path, as one would type it. */
  path: string;
  /** Whether its folder is still there. */
  isThere: boolean;
}

/** What a folder of runs holds. */
export interface Scan {
  /** In no order. */
  runs: Listed[];
  /** Lines of the journal that are no records. */
  skippedLines: number;
  /** Folders whose results.json is none of lanewise. */
  skippedFolders: string[];
}

/**
 * All runs in a folder, or the one that it is, and those that only the journal remembers.
 *
 * The folders are what counts: each is listed by the journal's record of the very bytes of its
 * results.json, wherever it was moved or copied, and by the results themselves where the journal has
 * none. So a run is listed without its journal, and an edited one by what it says now.
 *
 * @throws {InputError} where the folder cannot be read.
 */
export async function scanRuns(folder: string): Promise<Scan> {
  const paths = await runFolders(folder);
  const journal = await readJournal(folder);
  const known = new Map<string, RunRecord[]>();
  for (const record of journal.records) {
    known.set(record.results, [...(known.get(record.results) ?? []), record]);
  }
  const runs: Listed[] = [];
  const skippedFolders: string[] = [];
  for (const path of paths) {
    const record = await recordIn(path, known);
    if (record === undefined) skippedFolders.push(path);
    else runs.push({ record, path, isThere: true });
  }
  const there = new Set(runs.map(({ path }) => placeName(path)));
  const gone = new Map(
    journal.records.filter((each) => !there.has(each.folder)).map((each) => [each.folder, each]),
  );
  for (const record of gone.values()) {
    runs.push({ record, path: join(folder, record.folder), isThere: false });
  }
  return { runs, skippedLines: journal.skipped, skippedFolders };
}

async function runFolders(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such folder' : `no folder to read (${error.code})`;
    const message = `found ${why}, expected the folder of runs`;
    throw new InputError([{ where: printable(folder), message }]);
  });
  if (names.includes('results.json')) return [folder];
  const paths = names.map((name) => join(folder, name));
  const held = await Promise.all(paths.map((path) => statOf(join(path, 'results.json'))));
  return paths.filter((_, i) => held[i]?.isFile());
}

/** Undefined for what no sweep has written. */
async function recordIn(
  path: string,
  known: ReadonlyMap<string, RunRecord[]>,
): Promise<RunRecord | undefined> {
  const file = join(path, 'results.json');
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const sha256 = nativeHash().update(bytes).digest('hex');
  const folder = placeName(path);
  const recorded = known.get(sha256) ?? [];
  const record = recorded.findLast((each) => each.folder === folder) ?? recorded.at(-1);
  if (record !== undefined) return { ...record, folder };
  const results = parsed(bytes);
  if (!isResults(results)) return undefined;
  const manifest = await executionIn(path);
  const time = manifest?.written?.at ?? (await statOf(file))?.mtime.toISOString();
  try {
    return recordOf(results, { folder, sha256, time: time! }, manifest);
  } catch {
    // Of a schema with the same name, and edited by hand: no numbers to list.
    return undefined;
  }
}

type Recorded = Execution & { written?: { at?: string } };

async function executionIn(path: string): Promise<Recorded | undefined> {
  const bytes = await readFile(join(path, 'manifest.json')).catch(() => undefined);
  const found = bytes && parsed(bytes);
  const isOne = isPlainMap(found) && isPlainMap(found.versions) && isPlainMap(found.binary);
  return isOne ? (found as unknown as Recorded) : undefined;
}

function isResults(value: unknown): value is Results {
  return isPlainMap(value) && value.schema === 'lanewise/results@1';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}
