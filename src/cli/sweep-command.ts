import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { mapConfigFiles, readsFiles } from '../config/files.js';
import { InputError } from '../config/problem.js';
import { toYaml } from '../config/to-yaml.js';
import type { FileInput, SweepConfig } from '../config/types.js';
import type { SweepEvent, SweepOutcome } from '../events.js';
import type { Results } from '../results/schema.js';
import { dryRun } from './dry-run.js';
import type { Execution } from './execution.js';
import { EXIT } from './exit-codes.js';
import { Interrupts } from './interrupts.js';
import { jsonFileProblems } from './json-file.js';
import { findReusable } from './reuse.js';
import { folderName, folderProblems, type Intended, makeFolder } from './run-folder.js';
import { saveRun, writeCopy } from './save-run.js';
import type { LiveSweep } from './serve/live-sweep.js';
import { type Invocation, readSettings } from './settings.js';
import { write } from './terminal.js';
import { threadsLine } from './threads-line.js';
import { train } from './train.js';

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
  const found = await findReusable(folder, intended, execution);
  const reused = found && 'results' in found ? found : undefined;
  if (execution.dryRun)
    return dryRun(config, execution, folder, intended.configHash, reused !== undefined);
  if (reused) {
    await writeCopy(reused.text, execution);
    await print(reused, reusedWords(folder, reused.at), folder, execution);
    if (execution.serve !== undefined && !execution.quiet)
      write(process.stderr, `--serve: nothing trains; see ${join(folder, 'report.html')}\n`);
    return EXIT.done;
  }
  if (found && 'again' in found && !execution.quiet)
    write(process.stderr, `${folder} is trained again: ${found.again}\n`);
  return trainAndSave(config, intended, folder, execution, env);
}

async function trainAndSave(
  config: SweepConfig,
  intended: Intended,
  folder: string,
  execution: Execution,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const interrupts = new Interrupts();
  let live: LiveSweep | undefined;
  try {
    live = await openLive(config, intended, execution, interrupts);
    const onPlan = () => makeFolder(folder);
    const onEvent = (event: SweepEvent, say: (line: string) => void) => {
      live?.event(event);
      if (live && event.type === 'plan') say(`live: ${live.address}`);
    };
    const keep = execution.saveModels ? 'all' : 'representative';
    const outcome = await train(config, { execution, interrupts, env, keep, onPlan, onEvent });
    live?.writing();
    const text = await saveRun(outcome, folder, execution);
    await print({ ...outcome, text }, `written to ${folder}`, folder, execution);
    if (execution.saveModels) {
      const { modelsLine } = await import('./model-files.js');
      write(process.stderr, modelsLine(outcome, folder, execution.quiet));
    }
    if (!execution.quiet)
      write(process.stderr, `${stopWords(outcome)}${threadsLine(outcome.manifest)}\n`);
    const code = interrupts.code ?? exitCode(outcome);
    // All is written: from here Ctrl-C ends the process as it ends any.
    interrupts.release();
    await live?.finish(await readFile(join(folder, 'report.html'), 'utf8'));
    return code;
  } finally {
    interrupts.release();
    await live?.close();
  }
}

/** Takes the port of `--serve`. */
async function openLive(
  { name }: SweepConfig,
  intended: Intended,
  { serve }: Execution,
  interrupts: Interrupts,
): Promise<LiveSweep | undefined> {
  if (serve === undefined) return undefined;
  const { LiveSweep } = await import('./serve/live-sweep.js');
  const live = new LiveSweep({ name, ...intended }, () => interrupts.interrupt());
  await live.listen(serve);
  return live;
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

/** Tells of results, and in a line where they are. */
async function print(
  { results, text }: { results: Results; text: string },
  where: string,
  folder: string,
  { json, quiet }: Execution,
): Promise<void> {
  if (json === '-') write(process.stdout, text);
  else if (quiet) write(process.stdout, `${folder}\n`);
  else {
    const { shortSummary } = await import('../report/text.js');
    const width = process.stdout.columns || Number.POSITIVE_INFINITY;
    write(process.stdout, `${shortSummary(results, width)}\n${where}\n`);
  }
  if (json === '-' && !quiet) write(process.stderr, `${where}\n`);
}

function reusedWords(folder: string, at: string): string {
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return `not trained again: ${folder} has the results since ${when}; --force trains again`;
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
