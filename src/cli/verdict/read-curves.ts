import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../../data/read/bytes.js';
import { binaryName } from '../../data/read/magic.js';
import { fileError } from '../../data/read/problems.js';
import type { VerdictCurve } from '../../results/verdict-curves.js';
import { csvCurves } from './csv-curves.js';
import { jsonCurves } from './json-curves.js';

const OPEN_LIST = 0x5b;
const OPEN_MAP = 0x7b;

/**
 * The curves of a file that `verdict` is given: the errors of any program as JSON or CSV, gzipped or
 * not, a results.json, or the folder of a run. Its first character tells, not its name.
 *
 * @throws {InputError} (exit code 3) with everything that is wrong with it.
 */
export async function readCurves(path: string): Promise<VerdictCurve[]> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const file = isFolder ? join(path, 'results.json') : path;
  const { bytes } = await readBytes(file, 'errors as JSON or CSV, or the folder of a run');
  if (bytes.subarray(0, 1000).includes(0)) {
    throw fileError(file, `found ${binaryName(bytes)}, expected JSON or CSV`);
  }
  // White space and the bytes of a byte order mark come before anything.
  const first = bytes.find(
    (byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf,
  );
  if (first === undefined) throw fileError(file, 'found an empty file, expected JSON or CSV');
  const isJson = first === OPEN_MAP || first === OPEN_LIST;
  return isJson ? jsonCurves(bytes, file) : csvCurves(bytes, file);
}
