import { join, resolve } from 'node:path';
import { mapConfigFiles, readsFiles } from '../config/files.js';
import { InputError } from '../config/problem.js';
import { toYaml } from '../config/to-yaml.js';
import type { FileInput, SweepConfig } from '../config/types.js';
import type { SweepOutcome } from '../events.js';
import { dryRun } from './dry-run.js';
import type { Execution } from './execution.js';
import { EXIT } from './exit-codes.js';
import { Interrupts } from './interrupts.js';
import { jsonFileProblems } from './json-file.js';
import { folderName, folderProblems, type Intended, makeFolder } from './run-folder.js';
import { type Invocation, readSettings } from './settings.js';
import { write } from './terminal.js';
import { threadsLine } from './threads-line.js';
import { train } from './train.js';
import { type RunFiles, retireLeftovers, retireRun, writeRun, writeWhole } from './write-run.js';

/** `lanewise sweep`. Returns the exit code. @throws {InputError} for bad input. */
export async function sweepCommand(
  invocation: Invocation,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { config, execution } = await readSettings(invocation, env);
  if (execution.printConfig) {
    write(process.stdout, toYaml(withAbsolutePaths(config)));
    return EXIT.done;
  }
  const intended = await describe(config);
  const folder = execution.out ?? join('runs', folderName(config.name, intended.configHash));
  const problems = [
    ...folderProblems(folder, intended, execution.force),
    ...jsonFileProblems(execution, intended),
  ];
  if (problems.length > 0) throw new InputError(problems);
  if (execution.dryRun) return dryRun(config, execution, folder, intended.configHash);

  const interrupts = new Interrupts();
  try {
    const onPlan = () => makeFolder(folder);
    const keep = execution.saveModels ? 'all' : 'representative';
    const outcome = await train(config, { execution, interrupts, env, keep, onPlan });
    const text = await save(outcome, folder, execution);
    await print(outcome, text, folder, execution);
    return interrupts.code ?? exitCode(outcome);
  } finally {
    interrupts.release();
  }
}

/** The config as results hold it. Reads data files, because their content is part of it. */
async function describe(config: SweepConfig): Promise<Intended> {
  const { describeConfig } = await import('../results/describe.js');
  const { configHash } = await import('../results/hash.js');
  const readsNone = !readsFiles(config.data) && !config.networks.initial;
  const described = describeConfig(config, readsNone ? undefined : await fileIdentities(config));
  return { config: described, configHash: configHash(described) };
}

async function fileIdentities(config: SweepConfig) {
  const { openInputs } = await import('../inputs.js');
  return (await openInputs(config, [{ data: config.data, loss: config.training.loss }])).files;
}

/** What is printed may be kept anywhere. */
function withAbsolutePaths(config: SweepConfig): SweepConfig {
  return mapConfigFiles({ ...config }, (file) => ({
    path: resolve((file as FileInput).path),
  })) as SweepConfig;
}

/** Writes all files; returns the text of results.json. */
async function save(outcome: SweepOutcome, folder: string, execution: Execution): Promise<string> {
  const { renderFiles } = await import('../report/index.js');
  const { results, manifest, models, inspection } = outcome;
  const rendered = renderFiles(results, manifest, inspection);
  const text = rendered.get('results.json')!;
  const files: RunFiles = new Map(rendered);
  if (execution.saveModels) {
    const { modelFiles } = await import('./model-files.js');
    for (const [path, bytes] of modelFiles(models)) files.set(path, bytes);
  }
  try {
    const isOther = execution.force && folderProblems(folder, results, false).length > 0;
    if (isOther) await retireRun(folder, files);
    else await retireLeftovers(folder, files, execution.saveModels);
    await writeRun(folder, files);
    if (execution.json !== undefined && execution.json !== '-')
      await writeWhole(execution.json, text);
  } catch (error) {
    const message = `found no way to write the results (${(error as Error).message})`;
    throw new InputError([{ where: folder, message }]);
  }
  return text;
}

async function print(
  outcome: SweepOutcome,
  text: string,
  folder: string,
  { json, quiet, saveModels }: Execution,
): Promise<void> {
  if (json === '-') write(process.stdout, text);
  else if (quiet) write(process.stdout, `${folder}\n`);
  else {
    const { shortSummary } = await import('../report/text.js');
    const width = process.stdout.columns || Number.POSITIVE_INFINITY;
    write(process.stdout, `${shortSummary(outcome.results, width)}\nwritten to ${folder}\n`);
  }
  if (saveModels) {
    const { modelsLine } = await import('./model-files.js');
    write(process.stderr, modelsLine(outcome, folder, quiet));
  }
  if (quiet) return;
  if (json === '-') write(process.stderr, `written to ${folder}\n`);
  write(process.stderr, `${stopWords(outcome)}${threadsLine(outcome.manifest)}\n`);
}

function stopWords({ stopped, results }: SweepOutcome): string {
  if (stopped === 'completed') return '';
  const open = results.runs.filter((run) => run.status === 'interrupted').length;
  const why = stopped === 'aborted' ? 'interrupted' : 'stopped by the time limit';
  return `${why}: ${open} of ${results.runs.length} runs are not finished\n`;
}

function exitCode({ stopped, results }: SweepOutcome): number {
  if (stopped === 'time-limit') return EXIT.timeLimit;
  return results.runs.some((run) => run.status === 'failed') ? EXIT.failed : EXIT.done;
}
