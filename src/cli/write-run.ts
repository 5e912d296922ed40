import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';

/** Files written at a time: they wait for the disk together, and never run out of handles. */
const LANES = 8;

/** Path inside the folder of a run → text, or bytes that are made when it is their turn. */
export type RunFiles = Map<string, string | (() => Uint8Array)>;

/**
 * Writes the files of a run into `folder`, which exists, so that each is there whole or not at all,
 * results.json last: where it is, the others are. What the user keeps there stays.
 */
export async function writeRun(folder: string, files: Readonly<RunFiles>): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const each of folders) await mkdir(each).catch(ignoreExisting);
  const others = [...files].filter(([path]) => path !== 'results.json');
  const lanes = Array.from({ length: LANES }, async () => {
    for (let next = others.pop(); next; next = others.pop()) {
      await writeWhole(join(folder, next[0]), contentOf(next[1]));
    }
  });
  await Promise.all(lanes);
  const results = files.get('results.json');
  if (results !== undefined) await writeWhole(join(folder, 'results.json'), contentOf(results));
  await Promise.all([...folders].map(syncFolder));
}

function contentOf(content: string | (() => Uint8Array)): string | Uint8Array {
  return typeof content === 'string' ? content : content();
}

/** Temporary file beside it, fsync, rename: readers see the old content or the new. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const MODELS = { models: /-seed\d+(?:-fold\d+)?\.safetensors$/ };

/** Files that only some runs have. */
const SOMETIMES = {
  '.': /^(?:(?:confusion|classes)\.csv|inspection\.json)$/,
  figures:
    /^(?:(?:network|accuracy|error-vs|r2-vs|gap-vs|norm-vs|effective-vs|eigenvalues-vs|bias-variance-vs|heat)-.+|parallel|epoch-map|confusion|decision-boundary|predicted-vs-true|misread|first-layer)\.(?:svg|csv)$/,
};

/**
 * Clears the way for a run of another configuration: its results.json first, so that no moment
 * shows results of one run beside figures of another, then what would not be overwritten.
 */
export async function retireRun(folder: string, files: Readonly<RunFiles>): Promise<void> {
  await rm(join(folder, 'results.json'), { force: true });
  await removeStale(folder, files, { ...SOMETIMES, ...MODELS });
}

/**
 * Removes what an earlier execution of the same run has and this one has not: one of them may have
 * been stopped.
 *
 * @param models whether this one saves models; else those that are there stay.
 */
export function retireLeftovers(
  folder: string,
  files: Readonly<RunFiles>,
  models: boolean,
): Promise<void> {
  return removeStale(folder, files, { ...SOMETIMES, ...(models && MODELS) });
}

async function removeStale(
  folder: string,
  files: Readonly<RunFiles>,
  kinds: Readonly<Record<string, RegExp>>,
): Promise<void> {
  for (const [place, ours] of Object.entries(kinds)) {
    const names = await readdir(join(folder, place)).catch(() => []);
    const stale = names.filter((name) => ours.test(name) && !files.has(posix.join(place, name)));
    await Promise.all(stale.map((name) => rm(join(folder, place, name), { force: true })));
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Renames are on the disk only when their folder is. Not every system can do that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The files themselves are safe.
  }
}
