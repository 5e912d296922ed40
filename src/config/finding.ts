import type { Path } from './layer.js';

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
