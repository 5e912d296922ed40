import { ASSIGNMENT_DATA } from './data-defaults.js';
import { FILE_KEYS, readsFiles } from './files.js';
import { NETWORKS_DEFAULTS, TRAINING_DEFAULTS } from './training-defaults.js';
import type { DataConfig, FileInput, SweepConfig } from './types.js';

/** The sweep that runs when nothing is said. */
export const DEFAULT_CONFIG: SweepConfig = {
  name: 'assignment',
  seed: 42,
  seeds: 10,
  data: ASSIGNMENT_DATA,
  networks: NETWORKS_DEFAULTS,
  training: TRAINING_DEFAULTS,
  evaluate: { every: 1 },
};

/** A sweep without a name is called after its data. */
export function defaultName(data: DataConfig): string {
  if (!readsFiles(data)) return data.kind;
  const { path } = (data as unknown as Record<string, FileInput>)[FILE_KEYS[data.kind].rows];
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const stem = file
    .replace(/(?<=.)\.gz$/i, '')
    .replace(/(?<=.)\.[^.]*$/, '')
    .slice(0, 100);
  return NAME.test(stem) ? stem : data.kind;
}

/** What may be a name: 1 to 100 characters that can be printed, not all of them blanks. */
export const NAME = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]{1,100}$/u;
