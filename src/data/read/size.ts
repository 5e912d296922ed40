import { grouped } from '../../config/text.js';
import { fileError } from './problems.js';

/** float32 values in the 4 GiB that a WebAssembly memory can have. */
const MOST_FLOATS = 1 << 30;

/**
 * Product of the dimensions of an array.
 *
 * @throws {InputError} (exit code 3) when it is more than there is room for; before anything is
 *   allocated.
 */
export function countValues(dims: readonly number[], path: string): number {
  let count = 1;
  for (const dim of dims) count *= dim;
  if (count <= MOST_FLOATS) return count;
  const shape = dims.map(grouped).join(' × ');
  const limit = `${grouped(MOST_FLOATS)} values (4 GiB as float32)`;
  throw fileError(path, `found ${shape} values, expected at most ${limit}`);
}
