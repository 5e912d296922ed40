import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPlainMap } from '../config/merge.js';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
import { type Difference, differences } from './differences.js';

/** The run that is going to be written. */
export interface Intended {
  configHash: string;
  /** The described config, as it enters results.json. */
  config: Record<string, unknown>;
}

/** What a run that was killed while it wrote leaves behind. */
const OURS =
  /^(?:(?:manifest|inspection)\.json|(?:curves|results|variants|aggregate|confusion|classes)\.csv|summary\.md|report\.html|figures|models|\..+\.tmp)$/;

/** `assignment-1a2b3c4d`: letters, digits, dots, dashes and underscores. */
export function folderName(name: string, configHash: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  // 255 bytes are the limit of most file systems, and a letter may take four.
  return `${[...safe].slice(0, 50).join('') || 'sweep'}-${configHash}`;
}

/** Why a run cannot be written into `folder`; nothing is created. `force` allows to overwrite. */
export function folderProblems(folder: string, intended: Intended, force: boolean): Problem[] {
  const problem = (message: string) => [{ where: printable(folder), message }];
  const existing = nearestExisting(resolve(folder));
  if (!statSync(existing).isDirectory()) {
    const what = existing === resolve(folder) ? 'a file' : `the file ${printable(existing)}`;
    return problem(`found ${what}, expected a folder to write into`);
  }
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    return problem('found a folder that may not be written into');
  }
  if (force || existing !== resolve(folder)) return [];
  const names = readdirSync(existing);
  if (names.includes('results.json')) {
    const found = occupant(join(existing, 'results.json'), intended);
    return found === undefined ? [] : problem(`${found}; --force overwrites it`);
  }
  const foreign = names.find((name) => !OURS.test(name));
  if (foreign === undefined) return [];
  return problem(
    `found ${printable(foreign)}, which no run has written, expected an empty folder; --force writes there all the same`,
  );
}

/** Makes the folder. @throws {InputError} when that fails, as on a read-only disk. */
export function makeFolder(folder: string): void {
  try {
    makeAll(resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const message = `found no way to make this folder (${(error as Error).message})`;
    throw new InputError([{ where: printable(folder), message }]);
  }
}

// Node's own recursive mkdir never returns where folders cannot be made, as below /proc.
function makeAll(folder: string): void {
  if (nearestExisting(folder) === folder) return;
  makeAll(dirname(folder));
  mkdirSync(folder);
}

/** What stands in the way in a results.json; undefined if it is a run of the same config. */
export function occupant(file: string, intended: Intended): string | undefined {
  const found = parse(file);
  if (!isPlainMap(found) || found.schema !== 'lanewise/results@1') {
    return 'found a results.json that is not of lanewise';
  }
  // What is on one side only follows from what changed: another optimizer has other parameters.
  const all = differences(found.config, intended.config).sort(
    (a, b) => Number(isOneSided(a)) - Number(isOneSided(b)),
  );
  if (all.length === 0) return undefined;
  const list = all.slice(0, 5).map(({ path, theirs, ours }) => `${path} ${theirs}, now ${ours}`);
  const more = all.length > 5 ? `; and ${all.length - 5} more` : '';
  return `found a run of another configuration (${list.join('; ')}${more})`;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function nearestExisting(path: string): string {
  try {
    statSync(path);
    return path;
  } catch (error) {
    // Below a file there is nothing: the file itself is what is in the way.
    const { code } = error as NodeJS.ErrnoException;
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || dirname(path) === path) throw error;
    return nearestExisting(dirname(path));
  }
}

function isOneSided({ theirs, ours }: Difference): boolean {
  return theirs === 'nothing' || ours === 'nothing';
}
