import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../config/problem.js';
import { didYouMean } from '../config/suggest.js';
import { alternatives, quote } from '../config/text.js';

/** The configs of examples/ that can be run by name; docs/presets.md tells of each. */
export const PRESETS: readonly string[] = [
  'assignment',
  'tutorial',
  'circles',
  'mnist-small',
  'digits',
  'mlp-100',
  'optimizers',
  'depth-vs-width',
  'batch-and-rate',
  'regularisation',
  'double-descent',
  'double-descent-linear',
  'double-descent-assignment',
  'double-descent-noiseless',
  'double-descent-brief',
  'double-descent-decay',
  'sample-wise',
  'epoch-wise',
  'random-features',
];

/** The file that an argument means: that of a preset, or the path that it is. */
export function configPath(argument: string): string {
  if (!PRESETS.includes(argument)) return argument;
  return fileURLToPath(new URL(`../../examples/${argument}.yaml`, import.meta.url));
}

/** What is wrong with an argument that looks like a name, but is neither preset nor file. */
export function presetProblem(argument: string): Problem | undefined {
  if (!/^[\w-]+$/.test(argument) || PRESETS.includes(argument) || existsSync(argument)) {
    return undefined;
  }
  const expected = `a config file, or a preset: ${alternatives(PRESETS)}`;
  const hint = didYouMean(argument, PRESETS);
  return { message: `found no file ${quote(argument)}, expected ${expected}${hint}` };
}
