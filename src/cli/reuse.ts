import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPlainMap } from '../config/merge.js';
import { readKernels } from '../kernels/node.js';
import { describeBinary } from '../pool/machine.js';
import { nativeHash } from '../pool/native-hash.js';
import type { Manifest } from '../results/manifest.js';
import type { Results } from '../results/schema.js';
import { VERSION } from '../version.js';
import type { Execution } from './execution.js';
import { modelPaths } from './model-files.js';
import { type Intended, occupant } from './run-folder.js';

/** Results that need no training: they are what it would come to. */
export interface Reused {
  results: Results;
  /** results.json. */
  text: string;
  /** When it was written: ISO 8601. */
  at: string;
}

/** Why results that lie in the folder are trained again, in words; undefined: none lie there. */
export type Found = Reused | { again: string } | undefined;

/**
 * What lies in the folder that a sweep would write. It is reused where nothing could come out
 * otherwise: equal config (with the content of its files), kernels and version, all runs finished, the
 * bytes that were written, and all files still there; with `saveModels` those of the models, too.
 * Nothing is where the user says `--out` or `--force`.
 */
export async function findReusable(
  folder: string,
  intended: Intended,
  { force, out, backend, saveModels }: Execution,
): Promise<Found> {
  const file = join(folder, 'results.json');
  if (force || out !== undefined || !existsSync(file)) return undefined;
  if (occupant(file, intended) !== undefined) return undefined;
  const text = await readFile(file, 'utf8');
  const manifest = await readManifest(folder);
  const written = manifest?.written;
  if (!manifest || written?.results !== nativeHash().update(text).digest('hex')) {
    return { again: 'its manifest.json is not that of its results.json' };
  }
  if (manifest.versions.lanewise !== VERSION) {
    return { again: `it is of lanewise ${manifest.versions.lanewise}` };
  }
  const bytes = backend === 'wasm' ? await readKernels() : undefined;
  const binary = describeBinary(backend, bytes && { bytes });
  if (manifest.binary.backend !== backend || manifest.binary.sha256 !== binary.sha256) {
    return { again: 'it is of other kernels' };
  }
  const results: Results = JSON.parse(text);
  const { runs } = results;
  if (runs.some(({ status }) => status === 'interrupted' || status === 'failed')) {
    return { again: 'some of its runs were interrupted or failed' };
  }
  const files = new Set(written.files);
  const wanted = [
    ...written.files.filter((path) => !path.startsWith('models/')),
    ...(saveModels ? modelPaths(runs).values() : []),
  ];
  const missing = wanted.find((path) => !files.has(path) || !existsSync(join(folder, path)));
  if (missing !== undefined) return { again: `it has no ${missing}` };
  return { results, text, at: written.at };
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    const isOne = isPlainMap(found) && isPlainMap(found.versions) && isPlainMap(found.binary);
    const { written } = (isOne ? found : {}) as Partial<Manifest>;
    return Array.isArray(written?.files) ? (found as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
