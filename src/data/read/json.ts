import { parseJson } from '../../config/json.js';
import { isPlainMap } from '../../config/merge.js';
import { InputError } from '../../config/problem.js';
import { didYouMean } from '../../config/suggest.js';
import { describeValue, printable } from '../../config/text.js';
import type { TakeFloats } from '../source.js';
import type { Table } from '../table.js';
import { readSamples } from './json-samples.js';
import { binaryName } from './magic.js';
import { fileError } from './problems.js';

export interface JsonReadOptions {
  /** Whether y may name classes by words. */
  labelled: boolean;
  take: TakeFloats;
  /** Whether y may be missing. */
  mayLackTargets?: boolean;
}

/** A longer text does not fit into a string of V8. */
const MOST_BYTES = 512 * 1048576 - 32;
/** A longer text is not searched for the place of a mistake: that takes 20 times its size. */
const MOST_SEARCHED = 16 * 1048576;

/**
 * Reads `{"x": [[…], …], "y": […]}`, y rows of numbers, a number a row or a class name a row; or
 * `{"train": {x, y}, "test": {x, y}}`, where the test rows may be missing.
 *
 * @throws {InputError} (exit code 3) with the first 20 problems and their places (`train.x[12][3]`).
 */
export function readJson(
  bytes: Uint8Array,
  path: string,
  options: JsonReadOptions,
): { table: Table; test?: Table } {
  const value = parse(bytes, path);
  if (!isPlainMap(value))
    throw fileError(path, `found ${describeValue(value)}, expected {"x": [[…]], "y": […]}`);
  const samples = (of: unknown, name?: string) => samplesOf(of, path, options, name);
  if (!('train' in value)) return { table: readSamples(samples(value), '', path, options) };
  if ('x' in value) throw fileError(path, 'found both x and train, expected one of them');
  const [train, test] = [value.train, value.test];
  const table = readSamples(samples(train, 'train'), 'train.', path, options);
  if (test === undefined) return { table };
  return { table, test: readSamples(samples(test, 'test'), 'test.', path, options) };
}

function samplesOf(
  value: unknown,
  path: string,
  { mayLackTargets = false }: JsonReadOptions,
  name?: string,
): { x: unknown; y: unknown } {
  const where = name === undefined ? '' : ` in ${name}`;
  if (!isPlainMap(value))
    throw fileError(path, `found ${describeValue(value)}${where}, expected {"x": [[…]], "y": […]}`);
  for (const key of ['x', 'y']) {
    if (key in value || (key === 'y' && mayLackTargets)) continue;
    const known = name === undefined ? ' (or train and test)' : '';
    const near = Object.keys(value).find((other) => didYouMean(other, [key]) !== '');
    const found = near === undefined ? '' : `, but ${printable(near)}`;
    throw fileError(path, `found no ${key}${where}${found}, expected x and y${known}`);
  }
  return { x: value.x, y: value.y };
}

function parse(bytes: Uint8Array, path: string): unknown {
  if (bytes.length > MOST_BYTES)
    throw fileError(path, 'found more than 512 MiB of JSON, expected less: save it as CSV or NPY');
  const text = decode(bytes, path);
  if (text.trim() === '') throw fileError(path, 'found an empty file, expected JSON');
  try {
    return JSON.parse(text);
  } catch {
    throw syntaxError(text, path);
  }
}

function decode(bytes: Uint8Array, path: string): string {
  if (bytes.subarray(0, 1000).includes(0))
    throw fileError(path, `found ${binaryName(bytes)}, expected JSON`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileError(path, 'found bytes that are no UTF-8, expected JSON');
  }
}

/** JSON.parse is fast, but tells no place. */
function syntaxError(text: string, path: string): Error {
  if (text.length <= MOST_SEARCHED) {
    try {
      parseJson(text, printable(path));
    } catch (error) {
      if (error instanceof InputError) return new InputError(error.problems, 3);
    }
  }
  return fileError(path, 'found malformed JSON, expected numbers without NaN, and no comments');
}
