import { InputError } from '../config/problem.js';
import type { Results } from '../results/schema.js';
import { readExecution } from './execution.js';
import { EXIT } from './exit-codes.js';
import { Interrupts } from './interrupts.js';
import { readRun } from './read-run.js';
import type { Invocation } from './settings.js';
import { write } from './terminal.js';
import { train } from './train.js';
import { compare } from './verify-compare.js';

/**
 * `lanewise verify`: trains again what a results.json describes and compares the bytes.
 *
 * @returns 0 identical, 1 different, 4 what is finished is identical but runs are missing.
 * @throws {InputError} for a file that describes no run, or data that is not the run's.
 */
export async function verifyCommand(
  { values, operands, problems: unknown }: Invocation,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { execution, problems } = readExecution(values, env);
  problems.unshift(...unknown);
  if (operands.length !== 1) {
    const message = `found ${operands.length} arguments, expected one: the folder of a run`;
    problems.push({ where: 'verify', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  const { text, recorded, config } = await readRun(operands[0], values);

  const interrupts = new Interrupts();
  try {
    const { results } = await train(config, { execution, interrupts, env, keep: 'none' });
    if (interrupts.code !== undefined) return interrupts.code;
    const { serialiseResults } = await import('../results/serialise.js');
    return report(text, recorded, results, serialiseResults(results));
  } finally {
    interrupts.release();
  }
}

function report(text: string, recorded: unknown, results: Results, again: string): number {
  const { runs, configHash } = results;
  if (text === again) {
    write(process.stdout, `identical: ${runs.length} runs of ${configHash}, to the byte\n`);
    return EXIT.done;
  }
  const { difference, unfinished } = compare(text, recorded, results, again);
  if (difference === undefined) {
    const rest = `the other ${unfinished} were interrupted or failed`;
    write(
      process.stdout,
      `identical: ${runs.length - unfinished} runs of ${configHash}; ${rest}\n`,
    );
    return EXIT.failed;
  }
  const { path, theirs, ours } = difference;
  write(process.stdout, `different: ${path}: found ${theirs}, trained again ${ours}\n`);
  return EXIT.different;
}
