import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../config/problem.js';
import { printable } from '../../config/text.js';
import { readProblem } from '../../data/read/file-problem.js';
import { decodeModel } from '../../model/decode.js';
import type { ModelRecord } from '../../model/record.js';
import { counted, listed } from '../../results/wording.js';

/**
 * Reads a model file; of a folder, such as that of a run, the one that is in it.
 *
 * @throws {InputError} (2) for a folder that holds none or several, (3) for a file that cannot be
 *   read or that lies.
 */
export async function readModel(path: string): Promise<ModelRecord> {
  const file = existsSync(path) && statSync(path).isDirectory() ? onlyModel(path) : path;
  const bytes = await readFile(file).catch((error) => {
    throw new InputError([readProblem(file, error, 'a model file')], 3);
  });
  return decodeModel(bytes, printable(file));
}

function onlyModel(folder: string): string {
  const files = [join(folder, 'models'), folder].flatMap((place) =>
    existsSync(place)
      ? readdirSync(place)
          .filter((name) => name.endsWith('.safetensors'))
          .sort()
          .map((name) => join(place, name))
      : [],
  );
  if (files.length === 1) return files[0];
  const found =
    files.length === 0
      ? 'no model (lanewise sweep --save-models keeps them)'
      : `${counted(files.length, 'model')}: ${listed(files.map(printable))}`;
  const message = `found ${found}, expected one file of a model`;
  throw new InputError([{ where: printable(folder), message }]);
}
