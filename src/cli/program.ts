import { Command, Option } from 'commander';
import type { Problem } from '../config/problem.js';
import { didYouMean, suggest } from '../config/suggest.js';
import { quote } from '../config/text.js';
import { VERSION } from '../version.js';
import { COMPARE_FLAGS } from './compare/flags.js';
import { EXECUTION_FLAGS, OUTPUT_FLAGS, SERVE_FLAG } from './execution.js';
import { FIGURES_FLAGS } from './figures/flags.js';
import { FILE_FLAGS } from './flags/data.js';
import { longName } from './flags/flag.js';
import { WARM_START } from './flags/networks.js';
import { RATE_FLAGS } from './flags/rates.js';
import { CONFIG_FLAGS } from './flags.js';
import {
  COMMAND_NOTES,
  COMPARE_NOTES,
  EXPORT_NOTES,
  FIGURES_NOTES,
  LR_RANGE_NOTES,
  PREDICT_NOTES,
  RUNS_NOTES,
  SWEEP_NOTES,
  VERDICT_NOTES,
  VERIFY_NOTES,
} from './help.js';
import { READING_FLAGS } from './predict/flags.js';
import { RUNS_FLAGS, WHERE_FLAG } from './runs/flags.js';
import type { Invocation } from './settings.js';
import { VERDICT_FLAGS } from './verdict/flags.js';

export interface Actions {
  sweep(invocation: Invocation): Promise<void>;
  lrRange(invocation: Invocation): Promise<void>;
  verify(invocation: Invocation): Promise<void>;
  verdict(invocation: Invocation): Promise<void>;
  runs(invocation: Invocation): Promise<void>;
  compare(invocation: Invocation): Promise<void>;
  figures(invocation: Invocation): Promise<void>;
  predict(invocation: Invocation): Promise<void>;
  export(invocation: Invocation): Promise<void>;
  info(invocation: Invocation): Promise<void>;
  /** Called without a command, or with an unknown one. */
  other(program: Command, words: string[]): Promise<void>;
}

/** Collects what it does not know instead of stopping at the first, so that all is reported. */
class LenientCommand extends Command {
  // A missing value is read as empty text, which the validator then refuses like any other.
  optionMissingArgument(): void {}

  override createCommand(name?: string): LenientCommand {
    return new LenientCommand(name).allowUnknownOption().allowExcessArguments();
  }
}

/** The command line: what there is, and nothing of what it does. */
export function createProgram(actions: Actions): Command {
  const program = new LenientCommand('lanewise')
    .description('Trains sweeps of small neural networks on all cores, to the same bits anywhere.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', COMMAND_NOTES)
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride();
  program.action((_, command: Command) => actions.other(program, command.args));

  const sweep = program.command('sweep').argument('[config]', 'YAML or JSON file, or a preset');
  sweep.description('train every network on every seed').helpOption('--help', 'print this help');
  addConfigFlags(sweep);
  for (const [flags, help] of EXECUTION_FLAGS) sweep.addOption(grouped(flags, help, 'Execution:'));
  sweep.addOption(grouped(...SERVE_FLAG, 'Execution:'));
  for (const [flags, help] of OUTPUT_FLAGS) sweep.addOption(grouped(flags, help, 'Output:'));
  sweep.addHelpText('after', SWEEP_NOTES);
  sweep.action((_, __, command: Command) => actions.sweep(invocation(command)));

  const lrRange = program
    .command('lr-range')
    .argument('[config]', 'YAML or JSON file, or a preset');
  lrRange
    .description('find the learning rates that work, by short trainings')
    .helpOption('--help', 'print this help');
  for (const [flags, help] of RATE_FLAGS) lrRange.addOption(grouped(flags, help, 'Range:'));
  addConfigFlags(lrRange);
  for (const [flags, help] of EXECUTION_FLAGS) {
    lrRange.addOption(grouped(flags, help, 'Execution:'));
  }
  lrRange
    .option('--json [file]', 'the losses at every rate, on stdout')
    .option('--quiet', 'no progress');
  lrRange.addHelpText('after', LR_RANGE_NOTES);
  lrRange.action((_, __, command: Command) => actions.lrRange(invocation(command)));

  const verify = program
    .command('verify')
    .argument('[run]', 'folder of a run, or its results.json');
  verify
    .description('train a run again and compare the bytes')
    .helpOption('--help', 'print this help');
  for (const { flags } of FILE_FLAGS) verify.option(flags, 'where the data of the run is now');
  verify.option(WARM_START.flags, 'where the model is now that the run started from');
  for (const [flags, help] of EXECUTION_FLAGS.slice(0, 2)) verify.option(flags, help);
  verify.option('--quiet', 'no progress').addHelpText('after', VERIFY_NOTES);
  verify.action((_, __, command: Command) => actions.verify(invocation(command)));

  const verdict = program
    .command('verdict')
    .argument('[file]', 'errors of any program as JSON or CSV, or the folder of a run');
  verdict
    .description('judge whether errors over sizes show double descent')
    .helpOption('--help', 'print this help');
  for (const [flags, help] of VERDICT_FLAGS) verdict.option(flags, help);
  verdict.addHelpText('after', VERDICT_NOTES);
  verdict.action((_, __, command: Command) => actions.verdict(invocation(command)));

  addRunCommands(program, actions);
  const figures = program
    .command('figures')
    .argument('[run]', 'folder of a run, or its results.json');
  figures
    .description('draw figures, tables and report of a run again')
    .helpOption('--help', 'print this help');
  for (const [flags, help] of FIGURES_FLAGS) figures.option(flags, help);
  figures.addHelpText('after', FIGURES_NOTES);
  figures.action((_, __, command: Command) => actions.figures(invocation(command)));

  addModelCommands(program, actions);

  const info = program.command('info').helpOption('--help', 'print this help');
  info.description('print CPU, engine, SIMD features, kernel binary and measured speed');
  info.action((_, command: Command) => actions.info(invocation(command)));
  return program;
}

/** What is done with several runs. */
function addRunCommands(program: Command, actions: Actions): void {
  const runs = program.command('runs').argument('[folder]', 'default: runs');
  runs.description('list the runs, sorted and searched').helpOption('--help', 'print this help');
  runs.addOption(new Option(...WHERE_FLAG).argParser(collect));
  for (const [flags, help] of RUNS_FLAGS) runs.option(flags, help);
  runs.addHelpText('after', RUNS_NOTES);
  runs.action((_, __, command: Command) => actions.runs(invocation(command)));

  const compare = program
    .command('compare')
    .argument('[runs...]', 'folders of runs, or results.json');
  compare
    .description('put runs side by side: what differs, and by how much')
    .helpOption('--help', 'print this help');
  for (const [flags, help] of COMPARE_FLAGS) compare.option(flags, help);
  compare.addHelpText('after', COMPARE_NOTES);
  compare.action((_, __, command: Command) => actions.compare(invocation(command)));
}

/** What is done with a trained network. */
function addModelCommands(program: Command, actions: Actions): void {
  const MODEL = 'model file (.safetensors), or the folder of a run with one model';
  const output: [string, string][] = [
    ['--out <file>', 'default: stdout'],
    ['--force', 'overwrite the file'],
  ];
  const predict = program.command('predict').argument('[model]', MODEL);
  predict
    .argument('[data]', 'rows, with or without targets: CSV, JSON, NPY or IDX')
    .description('ask a model, and measure it where the rows have targets')
    .helpOption('--help', 'print this help');
  for (const [flags, help] of READING_FLAGS) predict.addOption(grouped(flags, help, 'Data:'));
  const answers: [string, string][] = [['--json', 'answers as JSON, with how right they are']];
  const backend = EXECUTION_FLAGS.filter(([flags]) => flags.startsWith('--backend'));
  for (const [flags, help] of [...answers, ...output, ...backend]) {
    predict.addOption(grouped(flags, help, 'Output:'));
  }
  predict.addHelpText('after', PREDICT_NOTES);
  predict.action((_, __, ___, command: Command) => actions.predict(invocation(command)));

  const exporting = program.command('export').argument('[model]', MODEL);
  exporting
    .description('write a model for other programs')
    .helpOption('--help', 'print this help')
    .option('--format <name>', 'onnx, json, safetensors; default: by the name of the file');
  for (const [flags, help] of output) exporting.option(flags, help);
  exporting.addHelpText('after', EXPORT_NOTES);
  exporting.action((_, __, command: Command) => actions.export(invocation(command)));
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

function addConfigFlags(command: Command): void {
  for (const { flags, help, readAll } of CONFIG_FLAGS) {
    const option = grouped(flags, help, 'Config:');
    command.addOption(readAll ? option.argParser(collect) : option);
  }
}

/** The values of a flag that is repeated, in order. */
function collect(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text];
}

function grouped(flags: string, help: string, group: string): Option {
  const option = new Option(flags, help).helpGroup(group);
  // Commander defaults a lone `--no-…` to true; ours say nothing until they are given.
  option.defaultValue = undefined;
  return option;
}

function invocation(command: Command): Invocation {
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
