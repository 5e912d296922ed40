import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError, type Problem } from '../config/problem.js';
import { printable } from '../config/text.js';
import { writeWhole } from './write-run.js';

/**
 * Why `--out FILE` cannot be written.
 *
 * @param inputs files that are read: they are not written over, whatever is forced.
 */
export function outFileProblems(
  out: string | undefined,
  force: boolean,
  inputs: readonly string[],
): Problem[] {
  if (out === undefined) return [];
  const problem = (message: string) => [{ where: '--out', message }];
  if (out === '') return problem('found "", expected a file');
  const name = printable(out);
  const parent = dirname(resolve(out));
  if (!existsSync(parent) || !statSync(parent).isDirectory())
    return problem(`found no folder ${printable(parent)}, expected one for the file`);
  if (!existsSync(out)) return [];
  if (!statSync(out).isFile()) return problem(`found a folder or device ${name}, expected a file`);
  const isInput = inputs.some(
    (path) => existsSync(path) && realpathSync(path) === realpathSync(out),
  );
  if (isInput) return problem(`found ${name}, which is read, expected another file`);
  return force ? [] : problem(`found ${name} already there; --force overwrites it`);
}

/** @throws {InputError} where it cannot be written after all. */
export async function writeOut(
  out: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> {
  try {
    await writeWhole(out, content);
  } catch (error) {
    const message = `found no way to write ${printable(out)} (${(error as Error).message})`;
    throw new InputError([{ where: '--out', message }]);
  }
}
