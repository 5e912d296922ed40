import { Command, type Option } from 'commander';
import type { Problem } from '../config/problem.js';
import { didYouMean, suggest } from '../config/suggest.js';
import { quote } from '../config/text.js';
import { longName } from './flags/flag.js';
import type { Invocation } from './settings.js';

/** Collects what it does not know instead of stopping at the first, so that all is reported. */
export class LenientCommand extends Command {
  // A missing value is read as empty text, which the validator then refuses like any other.
  optionMissingArgument(): void {}

  override createCommand(name?: string): LenientCommand {
    return new LenientCommand(name).allowUnknownOption().allowExcessArguments();
  }
}

/** What was said, and every flag that the command does not know. */
export function invocation(command: Command): Invocation {
  const operands: string[] = [];
  const problems: Problem[] = [];
  let takesNext = false;
  for (const word of command.args) {
    if (isFlag(word)) {
      const { meant, problem } = unknownFlag(word, command.options);
      problems.push(problem);
      // What follows an unknown flag is its value, if the flag that was meant has one.
      takesNext = !word.includes('=') && meant?.required !== false;
    } else {
      if (!takesNext) operands.push(word);
      takesNext = false;
    }
  }
  return { values: command.opts(), operands, problems };
}

function isFlag(word: string): boolean {
  return word.length > 1 && word.startsWith('-');
}

function unknownFlag(word: string, options: readonly Option[]) {
  const name = word.replace(/=.*/s, '');
  const names = options.map((option) => longName(option.flags));
  const meant = options[names.indexOf(suggest(name, names) ?? '')];
  const problem: Problem = names.includes(name)
    ? { where: name, message: 'found a value, expected none' }
    : {
        message: `found unknown flag ${quote(name)}, expected one that --help lists${didYouMean(name, names)}`,
      };
  return { meant, problem };
}

/** Commands whose `--json` never names a file. */
const PLAIN_JSON = ['verdict', 'predict', 'runs', 'compare'];

/**
 * Commander would take the argument after a bare `--json` for its file, where it may have one, and any
 * after `--serve` for its port: only a number is one.
 */
export function withPlainJson(args: readonly string[]): string[] {
  const command = args.find((arg) => !isFlag(arg));
  if (PLAIN_JSON.includes(command ?? '')) return [...args];
  const end = args.indexOf('--');
  return args.map((arg, i) => {
    if (end >= 0 && i >= end) return arg;
    if (arg === '--serve' && !/^\d+$/.test(args[i + 1] ?? '')) return '--serve=0';
    return arg === '--json' ? '--json=-' : arg;
  });
}
