import { CommanderError } from 'commander';
import { formatProblem, InputError, type Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, quote } from '../config/text.js';
import { EXIT } from './exit-codes.js';
import { withPlainJson } from './lenient.js';
import { createProgram } from './program.js';
import { write } from './terminal.js';

const MOST_PROBLEMS = 50;

/** Runs a command line (without `node` and the script). Returns the exit code. */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let code: number = EXIT.done;
  const program = createProgram({
    async sweep(invocation) {
      const { sweepCommand } = await import('./sweep-command.js');
      code = await sweepCommand(invocation, env);
    },
    async lrRange(invocation) {
      const { lrRangeCommand } = await import('./lr-range-command.js');
      code = await lrRangeCommand(invocation, env);
    },
    async verify(invocation) {
      const { verifyCommand } = await import('./verify-command.js');
      code = await verifyCommand(invocation, env);
    },
    async verdict(invocation) {
      const { verdictCommand } = await import('./verdict-command.js');
      code = await verdictCommand(invocation);
    },
    async runs(invocation) {
      const { runsCommand } = await import('./runs-command.js');
      code = await runsCommand(invocation);
    },
    async compare(invocation) {
      const { compareCommand } = await import('./compare-command.js');
      code = await compareCommand(invocation);
    },
    async figures(invocation) {
      const { figuresCommand } = await import('./figures-command.js');
      code = await figuresCommand(invocation);
    },
    async predict(invocation) {
      const { predictCommand } = await import('./predict-command.js');
      code = await predictCommand(invocation);
    },
    async export(invocation) {
      const { exportCommand } = await import('./export-command.js');
      code = await exportCommand(invocation);
    },
    async info(invocation) {
      const { infoCommand } = await import('./info-command.js');
      code = await infoCommand(invocation);
    },
    async other(command, words) {
      code = EXIT.input;
      if (words.length === 0) command.outputHelp({ error: true });
      else throw new InputError([unknownCommand(words[0])]);
    },
  });
  try {
    await program.parseAsync(withPlainJson(args), { from: 'user' });
    return code;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof InputError) {
    write(process.stderr, problemLines(error.problems));
    return error.exitCode;
  }
  // Help and version are thrown, too; what is really wrong commander has printed.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  write(
    process.stderr,
    `internal error: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.internal;
}

function problemLines(problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_PROBLEMS).map(formatProblem);
  if (problems.length > MOST_PROBLEMS) lines.push(`… and ${problems.length - MOST_PROBLEMS} more`);
  return `${lines.join('\n')}\n`;
}

function unknownCommand(word: string): Problem {
  const what = word.startsWith('-') ? 'flag' : 'command';
  const commands = [
    'sweep',
    'lr-range',
    'verify',
    'verdict',
    'runs',
    'compare',
    'figures',
    'predict',
    'export',
    'info',
  ];
  const known = what === 'flag' ? ['--help', '--version'] : commands;
  const hint = didYouMean(word, known);
  return {
    message: `found unknown ${what} ${quote(word)}, expected ${alternatives(known)}${hint}`,
  };
}
