import { FILE_KEYS } from '../config/files.js';
import type { ConfigLayer } from '../config/layer.js';
import { isPlainMap } from '../config/merge.js';
import { InputError, type Problem } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import { printable } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import { checkNamedFiles, folderOf, relocate } from './data-folder.js';
import { type Execution, readExecution } from './execution.js';
import type { FileKind } from './flags/flag.js';
import { sniffKind } from './flags/sniff.js';
import { flagConflicts, flagLayer } from './flags.js';
import { configPath, presetProblem } from './presets.js';
import { readConfig } from './read-config.js';

/** What commander has made of the command line. */
export interface Invocation {
  /** Values of the flags by commander's names. */
  values: Record<string, unknown>;
  /** Arguments that are no flags. */
  operands: string[];
  /** Of flags that do not exist. */
  problems: Problem[];
}

/**
 * Flags over environment over file over defaults.
 *
 * @throws {InputError} with every problem of all of them.
 */
export async function readSettings(
  { values, operands, problems: unknown }: Invocation,
  env: NodeJS.ProcessEnv,
): Promise<{ config: SweepConfig; execution: Execution }> {
  const { execution, problems: ofExecution } = readExecution(values, env);
  const problems = [...unknown, ...flagConflicts(values), ...ofExecution];
  if (operands.length > 1) {
    const message = `found ${operands.length} arguments, expected at most one: a config file`;
    problems.push({ where: printable(operands[1]), message });
  }
  const [path] = operands;
  const file = path === undefined ? undefined : await readFile(path, problems);
  const isRead = path === undefined || file !== undefined;
  const { below, flags, folder } = await layersOf(values, file, isRead ? problems : []);
  const resolved = resolveLayers([...(below ? [below] : []), flags], isRead);
  problems.push(...resolved.problems);
  if (problems.length > 0 || !resolved.config) throw new InputError(problems);
  // A config is printed for a machine that has the files, too.
  if (below && (folder !== undefined || !execution.printConfig))
    checkNamedFiles(below, resolved.config, folder);
  return { config: resolved.config, execution };
}

/** The flags and what they lie on: where `--data` names a folder, a config with its files in there. */
async function layersOf(
  values: Invocation['values'],
  file: ConfigLayer | undefined,
  problems: Problem[],
): Promise<{ below: ConfigLayer | undefined; flags: ConfigLayer; folder?: string }> {
  const { data, ...others } = values;
  const folder = folderOf(data);
  const relocated = file && folder !== undefined ? relocate(file, folder, problems) : undefined;
  if (relocated && folder !== undefined)
    return { below: relocated, flags: flagLayer(others, kindOf(relocated)), folder };
  if (folder !== undefined) {
    const expected = 'expected a data file, or with it a config that names files';
    problems.push({
      where: '--data',
      message: `found the folder ${printable(folder)}, ${expected}`,
    });
  }
  const kind = typeof data === 'string' ? await sniffKind(data) : file && kindOf(file);
  return { below: file, flags: flagLayer(values, kind) };
}

/** What kind of files a config names. */
function kindOf({ value }: ConfigLayer): FileKind | undefined {
  const kind = isPlainMap(value) && isPlainMap(value.data) ? value.data.kind : undefined;
  return Object.hasOwn(FILE_KEYS, String(kind)) ? (kind as FileKind) : undefined;
}

async function readFile(argument: string, problems: Problem[]) {
  const unknown = presetProblem(argument);
  if (unknown) {
    problems.push(unknown);
    return undefined;
  }
  try {
    return await readConfig(configPath(argument));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
