import { type Command, Option } from 'commander';
import { VERSION } from '../version.js';
import { COMPARE_FLAGS } from './compare/flags.js';
import { EXECUTION_FLAGS, OUTPUT_FLAGS, SERVE_FLAG } from './execution.js';
import { FIGURES_FLAGS } from './figures/flags.js';
import { FILE_FLAGS } from './flags/data.js';
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
import { invocation, LenientCommand } from './lenient.js';
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

  const sweep = declare(program, 'sweep', 'train every network on every seed', actions.sweep);
  sweep.argument('[config]', 'YAML or JSON file, or a preset');
  addConfigFlags(sweep);
  addFlags(sweep, [...EXECUTION_FLAGS, SERVE_FLAG], 'Execution:');
  addFlags(sweep, OUTPUT_FLAGS, 'Output:').addHelpText('after', SWEEP_NOTES);

  const lrRange = declare(
    program,
    'lr-range',
    'find the learning rates that work, by short trainings',
    actions.lrRange,
  );
  lrRange.argument('[config]', 'YAML or JSON file, or a preset');
  addFlags(lrRange, RATE_FLAGS, 'Range:');
  addConfigFlags(lrRange);
  addFlags(lrRange, EXECUTION_FLAGS, 'Execution:')
    .option('--json [file]', 'the losses at every rate, on stdout')
    .option('--quiet', 'no progress')
    .addHelpText('after', LR_RANGE_NOTES);

  const verify = declare(
    program,
    'verify',
    'train a run again and compare the bytes',
    actions.verify,
  );
  verify.argument('[run]', 'folder of a run, or its results.json');
  for (const { flags } of FILE_FLAGS) verify.option(flags, 'where the data of the run is now');
  verify.option(WARM_START.flags, 'where the model is now that the run started from');
  addFlags(verify, EXECUTION_FLAGS.slice(0, 2))
    .option('--quiet', 'no progress')
    .addHelpText('after', VERIFY_NOTES);

  const verdict = declare(
    program,
    'verdict',
    'judge whether errors over sizes show double descent',
    actions.verdict,
  );
  verdict.argument('[file]', 'errors of any program as JSON or CSV, or the folder of a run');
  addFlags(verdict, VERDICT_FLAGS).addHelpText('after', VERDICT_NOTES);

  addRunCommands(program, actions);
  addModelCommands(program, actions);

  const aboutInfo = 'print CPU, engine, SIMD features, kernel binary and measured speed';
  declare(program, 'info', aboutInfo, actions.info);
  return program;
}

/** A command with nothing but its name, what it is for, and what it does. */
function declare(
  program: Command,
  name: string,
  description: string,
  act: (invocation: Invocation) => Promise<void>,
): Command {
  const command = program.command(name).description(description);
  command.helpOption('--help', 'print this help');
  // Behind the arguments and options it gives the command itself, however many there are.
  return command.action((...all) => act(invocation(all[all.length - 1] as Command)));
}

function addFlags(
  command: Command,
  all: readonly (readonly [flags: string, help: string])[],
  group = 'Options:',
): Command {
  for (const [flags, help] of all) command.addOption(grouped(flags, help, group));
  return command;
}

/** What is done with runs that are there. */
function addRunCommands(program: Command, actions: Actions): void {
  const runs = declare(program, 'runs', 'list the runs, sorted and searched', actions.runs);
  runs.argument('[folder]', 'default: runs');
  runs.addOption(new Option(...WHERE_FLAG).argParser(collect));
  addFlags(runs, RUNS_FLAGS).addHelpText('after', RUNS_NOTES);

  const aboutCompare = 'put runs side by side: what differs, and by how much';
  const compare = declare(program, 'compare', aboutCompare, actions.compare);
  compare.argument('[runs...]', 'folders of runs, or results.json');
  addFlags(compare, COMPARE_FLAGS).addHelpText('after', COMPARE_NOTES);

  const aboutFigures = 'draw figures, tables and report of a run again';
  const figures = declare(program, 'figures', aboutFigures, actions.figures);
  figures.argument('[run]', 'folder of a run, or its results.json');
  addFlags(figures, FIGURES_FLAGS).addHelpText('after', FIGURES_NOTES);
}

/** What is done with a trained network. */
function addModelCommands(program: Command, actions: Actions): void {
  const MODEL = 'model file (.safetensors), or the folder of a run with one model';
  const output: [string, string][] = [
    ['--out <file>', 'default: stdout'],
    ['--force', 'overwrite the file'],
  ];
  const aboutPredict = 'ask a model, and measure it where the rows have targets';
  const predict = declare(program, 'predict', aboutPredict, actions.predict);
  predict.argument('[model]', MODEL);
  predict.argument('[data]', 'rows, with or without targets: CSV, JSON, NPY or IDX');
  const answers: [string, string][] = [['--json', 'answers as JSON, with how right they are']];
  const backend = EXECUTION_FLAGS.filter(([flags]) => flags.startsWith('--backend'));
  addFlags(predict, READING_FLAGS, 'Data:');
  addFlags(predict, [...answers, ...output, ...backend], 'Output:');
  predict.addHelpText('after', PREDICT_NOTES);

  const aboutExport = 'write a model for other programs';
  const exporting = declare(program, 'export', aboutExport, actions.export);
  exporting.argument('[model]', MODEL);
  exporting.option('--format <name>', 'onnx, json, safetensors; default: by the name of the file');
  addFlags(exporting, output).addHelpText('after', EXPORT_NOTES);
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
