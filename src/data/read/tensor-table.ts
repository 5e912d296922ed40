import { grouped } from '../../config/text.js';
import type { TakeFloats } from '../source.js';
import type { ImageShape, Table } from '../table.js';
import { fileError } from './problems.js';
import { countValues } from './size.js';
import { holdsPixels, readValues, type Tensor } from './tensor.js';

/**
 * Samples from an array of inputs (rows of numbers, or images of height × width or height × width
 * × channels) and one of targets (one a row, or rows of several), if there is one. Images of unsigned bytes are
 * divided by 255, to 0 … 1; other numbers stay as they are.
 *
 * @throws {InputError} (exit code 3) for arrays that are empty or do not fit each other, and for
 *   values that are no finite float32.
 */
export function tableOf(x: Tensor, y: Tensor | undefined, take: TakeFloats): Table {
  checkShapes(x, y);
  const rows = x.dims[0];
  const inputs = countValues(x.dims.slice(1), x.path);
  const outputs = y ? countValues(y.dims.slice(1), y.path) : 0;
  const table: Table = {
    rows,
    inputs,
    outputs,
    x: take(rows * inputs),
    y: take(rows * outputs),
    ...(x.dims.length > 2 && { image: imageOf(x.dims) }),
  };
  readValues(x, table.x, holdsPixels(x));
  if (y) readValues(y, table.y, false);
  return table;
}

function imageOf([, height, width, channels = 1]: readonly number[]): ImageShape {
  return { height, width, channels };
}

function checkShapes(x: Tensor, y: Tensor | undefined): void {
  if (x.dims.length > 4) {
    const expected = 'expected rows of numbers or images (at most 4)';
    throw fileError(x.path, `found ${x.dims.length} dimensions, ${expected}`);
  }
  if (y && y.dims.length > 2) {
    const advice = x.dims.length === 1 ? ': are inputs and targets swapped?' : '';
    const expected = 'expected 1 or 2 of targets';
    throw fileError(y.path, `found ${y.dims.length} dimensions, ${expected}${advice}`);
  }
  for (const { path, dims } of y ? [x, y] : [x]) {
    if (!dims.includes(0)) continue;
    const found = dims[0] === 0 ? '0 rows' : `rows of ${dims.slice(1).join(' × ')} values`;
    throw fileError(path, `found ${found}, expected at least one`);
  }
  const rows = x.dims[0];
  if (!y || y.dims[0] === rows) return;
  const expected = `expected ${grouped(rows)} as in ${x.path}`;
  throw fileError(y.path, `found ${grouped(y.dims[0])} rows of targets, ${expected}`);
}
