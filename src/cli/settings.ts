import { InputError, type Problem } from '../config/problem.js';
import { resolveLayers } from '../config/resolve.js';
import { printable } from '../config/text.js';
import type { SweepConfig } from '../config/types.js';
import { type Execution, readExecution } from './execution.js';
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
  const sniffed = typeof values.data === 'string' ? await sniffKind(values.data) : undefined;
  const layers = [...(file ? [file] : []), flagLayer(values, sniffed)];
  const resolved = resolveLayers(layers, path === undefined || file !== undefined);
  problems.push(...resolved.problems);
  if (problems.length > 0 || !resolved.config) throw new InputError(problems);
  return { config: resolved.config, execution };
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
