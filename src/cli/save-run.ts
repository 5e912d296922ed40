import { InputError } from '../config/problem.js';
import type { SweepOutcome } from '../events.js';
import { nativeHash } from '../pool/native-hash.js';
import { serialiseManifest } from '../results/serialise.js';
import type { Execution } from './execution.js';
import { folderProblems } from './run-folder.js';
import { appendRecord, isKept, placeName } from './runs/journal.js';
import { recordOf } from './runs/record.js';
import { write } from './terminal.js';
import { type RunFiles, retireLeftovers, retireRun, writeRun, writeWhole } from './write-run.js';

/**
 * Writes all files of a run, and a line of the journal beside it.
 *
 * @returns the text of results.json.
 * @throws {InputError} where the folder cannot be written.
 */
export async function saveRun(
  outcome: SweepOutcome,
  folder: string,
  execution: Execution,
): Promise<string> {
  const { renderFiles } = await import('../report/index.js');
  const { results, manifest, models, inspection } = outcome;
  const rendered = renderFiles(results, manifest, inspection);
  const text = rendered.get('results.json')!;
  const files: RunFiles = new Map(rendered);
  if (execution.saveModels) {
    const { modelFiles } = await import('./model-files.js');
    for (const [path, bytes] of modelFiles(models)) files.set(path, bytes);
  }
  const sha256 = nativeHash().update(text).digest('hex');
  const time = new Date().toISOString();
  const written = { at: time, results: sha256, files: [...files.keys()] };
  files.set('manifest.json', serialiseManifest({ ...manifest, written }));
  try {
    const isOther = execution.force && folderProblems(folder, results, false).length > 0;
    if (isOther) await retireRun(folder, files);
    else await retireLeftovers(folder, files, execution.saveModels);
    await writeRun(folder, files);
    await writeCopy(text, execution);
  } catch (error) {
    const message = `found no way to write the results (${(error as Error).message})`;
    throw new InputError([{ where: folder, message }]);
  }
  if (isKept(folder)) {
    const place = { folder: placeName(folder), sha256, time };
    await appendRecord(folder, recordOf(results, place, manifest)).catch(tellNotKept);
  }
  return text;
}

/** `--json=FILE` */
export async function writeCopy(text: string, { json }: Execution): Promise<void> {
  if (json !== undefined && json !== '-') await writeWhole(json, text);
}

/** The run itself is written: no reason to fail. */
function tellNotKept(error: Error): void {
  write(process.stderr, `found no way to write the journal (${error.message})\n`);
}
