import type { Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { describeValue } from '../config/text.js';
import { number } from './flags/flag.js';

/** How to execute: nothing in here reaches the results. */
export interface Execution {
  threads?: number;
  backend: 'wasm' | 'js';
  /** Seconds. */
  timeLimit?: number;
  out?: string;
  force: boolean;
  quiet: boolean;
  dryRun: boolean;
  printConfig: boolean;
  /** File for results.json, `-` for stdout. */
  json?: string;
  saveModels: boolean;
  /** Port of the live page; 0: any that is free. */
  serve?: number;
}

/** `[flags, help]` */
export const EXECUTION_FLAGS: readonly (readonly [string, string])[] = [
  ['--threads <n>', '1 to 256, default: the cores that this process may use'],
  ['--backend <name>', 'wasm (default), js: the same bits, slower'],
  ['--time-limit <seconds>', 'stop training then; what is finished is written'],
];

/** Of a sweep alone. */
export const SERVE_FLAG = [
  '--serve [port]',
  'show it in a browser while it trains, on this machine alone; default: a free port',
] as const;

export const OUTPUT_FLAGS: readonly (readonly [string, string])[] = [
  ['--out <folder>', 'default: runs/<name>-<hash of the config>'],
  ['--force', 'train again what is there, and overwrite what another configuration left'],
  ['--json [file]', 'results.json on stdout, or in a file with --json=FILE'],
  ['--save-models', 'every trained network, into models/ of the folder'],
  ['--quiet', 'no progress; print only the folder'],
  ['--dry-run', 'say what would be trained, train nothing'],
  ['--print-config', 'print the complete config as YAML, train nothing'],
];

type Values = Record<string, unknown>;

/** Flags over environment over defaults. */
export function readExecution(
  values: Values,
  env: NodeJS.ProcessEnv,
): { execution: Execution; problems: Problem[] } {
  const problems: Problem[] = [];
  const threads = readThreads(values.threads as string | undefined, env, problems);
  const timeLimit = readTimeLimit(values.timeLimit as string | undefined, problems);
  const serve = readPort(values.serve as string | undefined, problems);
  const { out, json } = values as { out?: string; json?: string };
  if (out === '') problems.push({ where: '--out', message: 'found "", expected a folder' });
  if (json === '') problems.push({ where: '--json', message: 'found "", expected a file' });
  const execution: Execution = {
    backend: readBackend(values.backend as string | undefined, problems),
    force: values.force === true,
    quiet: values.quiet === true,
    dryRun: values.dryRun === true,
    printConfig: values.printConfig === true,
    saveModels: values.saveModels === true,
    ...(threads !== undefined && { threads }),
    ...(timeLimit !== undefined && { timeLimit }),
    ...(out !== undefined && { out }),
    ...(json !== undefined && { json }),
    ...(serve !== undefined && { serve }),
  };
  return { execution, problems };
}

function readThreads(flag: string | undefined, env: NodeJS.ProcessEnv, problems: Problem[]) {
  const fromFlag = flag !== undefined;
  const text = flag ?? (env.LANEWISE_NUM_THREADS || undefined);
  if (text === undefined) return undefined;
  const value = number(text);
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 256) return Number(value);
  const where = fromFlag ? '--threads' : 'LANEWISE_NUM_THREADS';
  const message = `found ${describeValue(value)}, expected a whole number from 1 to 256`;
  problems.push({ where, message });
  return undefined;
}

function readTimeLimit(text: string | undefined, problems: Problem[]) {
  if (text === undefined) return undefined;
  const value = number(text);
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
  const message = `found ${describeValue(value)}, expected seconds, more than 0`;
  problems.push({ where: '--time-limit', message });
  return undefined;
}

function readPort(text: string | undefined, problems: Problem[]) {
  if (text === undefined) return undefined;
  const value = number(text);
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65535) return Number(value);
  const message = `found ${describeValue(value)}, expected a port from 1 to 65535, or 0 for any that is free`;
  problems.push({ where: '--serve', message });
  return undefined;
}

export function readBackend(name: string | undefined, problems: Problem[]): Execution['backend'] {
  if (name === undefined || name === 'wasm' || name === 'js') return name ?? 'wasm';
  const hint = didYouMean(name, ['wasm', 'js']);
  const message = `found ${describeValue(name)}, expected wasm or js${hint}`;
  problems.push({ where: '--backend', message });
  return 'wasm';
}
