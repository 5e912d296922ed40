import { InputError } from '../config/problem.js';
import { printable } from '../config/text.js';
import { EXIT } from './exit-codes.js';
import { readRecorded } from './figures/read-recorded.js';
import { folderProblems, makeFolder } from './run-folder.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';
import { writeRun } from './write-run.js';

/** What is drawn from is never written. */
const READ = ['results.json', 'manifest.json', 'inspection.json'];

/**
 * `lanewise figures`: draws figures, tables, summary.md and report.html of a run again.
 *
 * @returns 0.
 * @throws {InputError} for a file that is no run, or a folder that cannot be written.
 */
export async function figuresCommand({
  values,
  operands,
  problems: unknown,
}: Invocation): Promise<number> {
  const problems = [...unknown];
  const { out } = values as { out?: string };
  if (operands.length !== 1) {
    const message = `found ${operands.length} arguments, expected one: the folder of a run`;
    problems.push({ where: 'figures', message });
  }
  if (out === '') problems.push({ where: '--out', message: 'found "", expected a folder' });
  if (problems.length > 0) throw new InputError(problems);
  const { folder: own, results, manifest, inspection, missing } = await readRecorded(operands[0]);
  const folder = out ?? own;
  const ofFolder = folderProblems(folder, results, out === undefined || values.force === true);
  if (ofFolder.length > 0) throw new InputError(ofFolder);

  const { renderFiles } = await import('../report/index.js');
  const files = renderFiles(results, manifest, inspection);
  for (const name of READ) files.delete(name);
  makeFolder(folder);
  try {
    await writeRun(folder, files);
  } catch (error) {
    const message = `found no way to write the figures (${(error as Error).message})`;
    throw new InputError([{ where: printable(folder), message }]);
  }
  for (const line of missing) write(process.stderr, `${line}\n`);
  write(process.stdout, `written to ${folder}: ${files.size} files\n`);
  return EXIT.done;
}
