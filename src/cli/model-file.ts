import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../config/problem.js';
import { grouped, printable } from '../config/text.js';
import { readBytes } from '../data/read/bytes.js';
import { decodeModel } from '../model/decode.js';
import type { ModelRecord } from '../model/record.js';

const EXTENSION = '.safetensors';
const MOST_LISTED = 20;

/**
 * The model file that a path means: a file, or the only one in a folder of models or of a run.
 *
 * @returns its path, or what is wrong.
 */
export function findModel(path: string): { path: string } | { problem: Problem } {
  const problem = (message: string) => ({ problem: { where: printable(path), message } });
  const expected = `expected a model (${EXTENSION}) or the folder of a run`;
  if (path === '') return problem(`found "", ${expected}`);
  if (!exists(path)) return problem(`found no such file, ${expected}`);
  if (!statSync(path).isDirectory()) return { path };
  const inside = join(path, 'models');
  const folder = exists(inside) && statSync(inside).isDirectory() ? inside : path;
  const names = readdirSync(folder).filter((name) => name.endsWith(EXTENSION));
  if (names.length === 1) return { path: join(folder, names[0]) };
  if (names.length === 0) {
    return problem('found no model in this folder, expected one: sweep with --save-models');
  }
  const shown = names.sort().slice(0, MOST_LISTED).map(printable).join(', ');
  const rest = names.length > MOST_LISTED ? ', …' : '';
  const found = `found ${grouped(names.length)} models in ${printable(folder)}`;
  return problem(`${found}, expected one of them: ${shown}${rest}`);
}

/** @throws {InputError} (exit code 3) for a file that is no model, or lies. */
export async function loadModel(path: string): Promise<ModelRecord> {
  const { bytes } = await readBytes(path, `a model (${EXTENSION})`);
  return decodeModel(bytes, printable(path));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
