import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Problem } from '../config/problem.js';
import type { Execution } from './execution.js';
import { type Intended, occupant } from './run-folder.js';

/** Why `--json=FILE` cannot be written. */
export function jsonFileProblems({ json, force }: Execution, intended: Intended): Problem[] {
  if (json === undefined || json === '-') return [];
  const problem = (message: string) => [{ where: '--json', message }];
  const parent = dirname(resolve(json));
  if (!existsSync(parent) || !statSync(parent).isDirectory()) {
    return problem(`found no folder ${parent}, expected one for the file`);
  }
  if (!existsSync(json)) return [];
  if (!statSync(json).isFile()) return problem(`found a folder or device ${json}, expected a file`);
  const found = force ? undefined : occupant(json, intended);
  return found === undefined ? [] : problem(`${found} in ${json}; --force overwrites it`);
}
