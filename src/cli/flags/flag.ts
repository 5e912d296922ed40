import type { FILE_KEYS } from '../../config/files.js';
import type { Path } from '../../config/layer.js';

/** A flag that sets one key of the config. */
export interface ConfigFlag {
  flags: string;
  help: string;
  /** Of a flag that names a data file it depends on what kind of file it is. */
  path: Path | ((kind: FileKind) => Path);
  /** Text of the flag → value for the config; what cannot be read stays text for the validator. */
  read?: (text: string) => unknown;
  /** Of a flag that may be repeated: all its texts → value for the config. */
  readAll?: (texts: readonly string[]) => unknown;
}

export type FileKind = keyof typeof FILE_KEYS;

/** What a flag is called: `--batch-size`. */
export function longName(flags: string): string {
  return flags.split(/[ ,]+/).find((part) => part.startsWith('--'))!;
}

/** Where commander keeps its value: `batchSize`; `--no-header` is kept in `header`. */
export function attributeName(flags: string): string {
  const words = longName(flags)
    .replace(/^--(?:no-)?/, '')
    .split('-');
  return words.map((word, i) => (i === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('');
}

/** A number if the text is one, else the text: the validator says what was expected. */
export function number(text: string): number | string {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}
