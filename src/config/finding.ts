import type { Path } from './layer.js';
import type { SweepConfig } from './types.js';

/** A problem that is not yet tied to the place where the user wrote it. */
export interface Finding {
  path: Path;
  /** Whether the key itself is wrong, or what it holds. */
  part: 'key' | 'value';
  message: string;
  /** What to point at where `path` is a default that the user never wrote. */
  otherwise?: Path;
  /** Set if it takes other settings to judge this one. */
  depends?: true;
}

export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.every((part, i) => path[i] === part);
}

/** Whether something at `path`, above or below it is already found to be wrong. */
export function touches(findings: readonly Finding[], path: Path): boolean {
  return findings.some((f) => startsWith(f.path, path) || startsWith(path, f.path));
}

/** What no single key can say: skipped where one of the keys it reads is wrong. */
export interface Check {
  reads: Path[];
  run(config: SweepConfig): Finding[];
}

/** A finding of such a check. */
export function value(path: Path, message: string): Finding {
  return { path, part: 'value', message, depends: true };
}
